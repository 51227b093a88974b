package org.vigie.imports.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.vigie.imports.BytesSource;

class AudioFactsTest {

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] wav(int seconds) {
    var data = seconds * 16_000;
    var b = ByteBuffer.allocate(44 + data).order(ByteOrder.LITTLE_ENDIAN);
    b.put(ascii("RIFF")).putInt(36 + data).put(ascii("WAVEfmt ")).putInt(16);
    b.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16_000);
    b.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(data);
    return b.array();
  }

  private static byte[] opus(long samples) {
    var b = ByteBuffer.allocate(2000).order(ByteOrder.LITTLE_ENDIAN);
    page(b, 0, 19);
    b.put(ascii("OpusHead")).put((byte) 1).put((byte) 1).putShort((short) 312);
    b.putInt(16_000).putShort((short) 0).put((byte) 0);
    page(b, samples, 100);
    b.put(new byte[100]);
    return java.util.Arrays.copyOf(b.array(), b.position());
  }

  private static void page(ByteBuffer b, long granule, int size) {
    b.put(ascii("OggS")).put((byte) 0).put((byte) 2).putLong(granule).putInt(7).putInt(0);
    b.putInt(0).put((byte) 1).put((byte) size);
  }

  @Test
  void tells_the_length_of_a_wav() throws Exception {
    assertThat(AudioFacts.of(new BytesSource(wav(3))))
        .containsEntry("codec", "pcm")
        .containsEntry("rate", "8000")
        .containsEntry("channels", "1")
        .containsEntry("millis", "3000");
  }

  @Test
  void tells_the_length_of_a_voice_note() throws Exception {
    assertThat(AudioFacts.of(new BytesSource(opus(48_000L * 7 + 312))))
        .containsEntry("codec", "opus")
        .containsEntry("rate", "16000")
        .containsEntry("millis", "7000");
  }

  @Test
  void refuses_what_it_does_not_know() {
    assertThatThrownBy(() -> AudioFacts.of(new BytesSource(ascii("#!AMR\n"))))
        .hasMessage("import.audio-unknown");
    assertThatThrownBy(() -> AudioFacts.of(new BytesSource(new byte[0])))
        .hasMessage("import.audio-unknown");
  }

  @Test
  void survives_every_truncation() {
    for (var whole : new byte[][] {wav(1), opus(1000)}) {
      for (var length = 0; length < Math.min(whole.length, 200); length++) {
        var cut = java.util.Arrays.copyOf(whole, length);
        try {
          assertThat(AudioFacts.of(new BytesSource(cut))).containsKey("millis");
        } catch (Exception refused) {
          assertThat(refused).hasMessage("import.audio-unknown");
        }
      }
    }
  }
}
