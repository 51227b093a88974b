package org.vigie.imports.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
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
  void tells_the_date_that_a_voice_note_bears() throws Exception {
    var plain = opus(48_000L);
    var comment = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
    comment.putInt(15).put(ascii("DATE=2026-01-15"));
    var dated = plain.clone();
    System.arraycopy(comment.array(), 0, dated, dated.length - 60, 19);
    assertThat(AudioFacts.of(new BytesSource(dated))).containsEntry("made", "2026-01-15");
    assertThat(AudioFacts.of(new BytesSource(plain))).doesNotContainKey("made");
  }

  @Test
  void tells_the_length_of_amr_by_its_frames() throws Exception {
    var narrow = new ByteArrayOutputStream();
    narrow.writeBytes(ascii("#!AMR\n"));
    var wide = new ByteArrayOutputStream();
    wide.writeBytes(ascii("#!AMR-WB\n"));
    for (var i = 0; i < 150; i++) {
      narrow.write(0x3C); // 12.2 kbit/s
      narrow.writeBytes(new byte[31]);
      wide.write(0x04); // 6.6 kbit/s
      wide.writeBytes(new byte[17]);
    }
    assertThat(AudioFacts.of(new BytesSource(narrow.toByteArray())))
        .containsEntry("codec", "amr")
        .containsEntry("rate", "8000")
        .containsEntry("millis", "3000");
    assertThat(AudioFacts.of(new BytesSource(wide.toByteArray())))
        .containsEntry("codec", "amr-wb")
        .containsEntry("millis", "3000");
  }

  /** Frames of layer III, version 1, 128 kbit/s, 44.1 kHz, stereo: 417 bytes each. */
  private static byte[] mp3(int frames, int counted, boolean tagged) {
    var b = ByteBuffer.allocate(1000 + frames * 418);
    if (tagged) {
      b.put(ascii("ID3")).put(new byte[] {4, 0, 0, 0, 0, 0, 30});
      b.put(ascii("TDRC")).putInt(11).putShort((short) 0).put((byte) 3).put(ascii("2026-01-15"));
      b.put(new byte[9]);
    }
    for (var i = 0; i < frames; i++) {
      var at = b.position();
      b.put(new byte[] {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0});
      if (i == 0 && counted > 0) {
        b.put(new byte[32]).put(ascii("Xing")).putInt(1).putInt(counted);
      }
      b.position(at + 417);
    }
    return java.util.Arrays.copyOf(b.array(), b.position());
  }

  @Test
  void tells_the_length_of_mp3_by_its_count_or_its_rate() throws Exception {
    assertThat(AudioFacts.of(new BytesSource(mp3(10, 1000, true))))
        .containsEntry("codec", "mp3")
        .containsEntry("channels", "2")
        .containsEntry("rate", "44100")
        .containsEntry("made", "2026-01-15")
        .containsEntry("millis", "26122");
    assertThat(AudioFacts.of(new BytesSource(mp3(100, 0, false))))
        .containsEntry("millis", "2606")
        .doesNotContainKey("made");
  }

  private static byte[] box(String name, byte[]... inside) {
    var length = 8;
    for (var one : inside) {
      length += one.length;
    }
    var b = ByteBuffer.allocate(length).putInt(length).put(ascii(name));
    for (var one : inside) {
      b.put(one);
    }
    return b.array();
  }

  private static byte[] header(long created, int scale, int duration) {
    return ByteBuffer.allocate(100)
        .putInt(0)
        .putInt((int) created)
        .putInt(0)
        .putInt(scale)
        .putInt(duration)
        .array();
  }

  private static byte[] track(String handler, String codec, int seconds) {
    var hdlr = ByteBuffer.allocate(25).putLong(0).put(ascii(handler)).array();
    var entry = ByteBuffer.allocate(36).putInt(36).put(ascii(codec));
    entry.putShort(24, (short) 1).putInt(32, 44_100 << 16);
    var stsd = box("stsd", new byte[] {0, 0, 0, 0, 0, 0, 0, 1}, entry.array());
    return box(
        "trak",
        box(
            "mdia",
            box("mdhd", header(0, 44_100, seconds * 44_100)),
            box("hdlr", hdlr),
            box("minf", box("stbl", stsd))));
  }

  private static byte[] m4a() {
    return boxed("M4A ", track("vide", "avc1", 9), track("soun", "mp4a", 7));
  }

  /** A film or a recording of this brand, with these tracks. */
  private static byte[] boxed(String brand, byte[]... tracks) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(box("ftyp", ascii(brand), new byte[4]));
    out.writeBytes(box("mdat", new byte[3000]));
    var made = 1_768_496_645L + 2_082_844_800L;
    var moov = new ByteArrayOutputStream();
    moov.writeBytes(box("mvhd", header(made, 1000, 9000)));
    for (var track : tracks) {
      moov.writeBytes(track);
    }
    out.writeBytes(box("moov", moov.toByteArray()));
    return out.toByteArray();
  }

  @Test
  void tells_length_codec_and_date_of_m4a() throws Exception {
    assertThat(AudioFacts.of(new BytesSource(m4a())))
        .containsEntry("codec", "aac")
        .containsEntry("channels", "1")
        .containsEntry("rate", "44100")
        .containsEntry("made", "2026-01-15T17:04:05Z")
        .containsEntry("millis", "7000");
  }

  @Test
  void tells_of_a_boxed_file_whether_nothing_but_sound_is_in_it() throws Exception {
    var sound = track("soun", "samr", 7);
    var place = track("meta", "mett", 7);
    for (var alone : new byte[][] {boxed("3gp4", sound), boxed("mp42", sound, place)}) {
      assertThat(AudioFacts.of(new BytesSource(alone)))
          .containsEntry("codec", "amr")
          .containsEntry("millis", "7000")
          .containsEntry("sound-only", "yes");
    }
    for (var other : new String[] {"vide", "auxv", "pict", "subt", "text", "xxxx"}) {
      for (var film :
          new byte[][] {
            boxed("isom", sound, track(other, "avc1", 7)),
            boxed("isom", track(other, "avc1", 7), sound)
          }) {
        assertThat(AudioFacts.of(new BytesSource(film)))
            .as(other)
            .containsEntry("codec", "amr")
            .doesNotContainKey("sound-only");
      }
    }
  }

  @Test
  void what_cannot_be_seen_whole_may_be_a_film() throws Exception {
    var sound = track("soun", "mp4a", 7);
    var nameless = box("trak", box("mdia", box("mdhd", header(0, 44_100, 44_100))));
    var damaged = box("trak", new byte[] {0, 0, 1, 0, 'm', 'd', 'i', 'a', 0, 0});
    var more = new ByteArrayOutputStream();
    more.writeBytes(boxed("mp42", sound));
    more.writeBytes(box("meta", box("hdlr", new byte[25])));
    for (var unsure :
        new byte[][] {
          boxed("mp42", sound, nameless), boxed("mp42", sound, damaged), more.toByteArray()
        }) {
      assertThat(AudioFacts.of(new BytesSource(unsure)))
          .containsEntry("codec", "aac")
          .doesNotContainKey("sound-only");
    }
    var whole = boxed("mp42", sound, track("vide", "avc1", 7));
    var cut = java.util.Arrays.copyOf(whole, whole.length - 100);
    var moov = whole.length - 8 - 108 - 2 * sound.length;
    ByteBuffer.wrap(cut).putInt(moov, cut.length - moov);
    assertThat(AudioFacts.of(new BytesSource(cut)))
        .containsEntry("codec", "aac")
        .doesNotContainKey("sound-only");
  }

  /** Frames of AAC of one channel, 44.1 kHz: a header, and as many bytes as it says. */
  private static byte[] adts(int frames) {
    var b = ByteBuffer.allocate(frames * 107);
    for (var i = 0; i < frames; i++) {
      b.put(new byte[] {(byte) 0xFF, (byte) 0xF1, 0x50, 0x40, 107 >> 3, (byte) (107 << 5), 0});
      b.put(new byte[100]);
    }
    return b.array();
  }

  @Test
  void tells_the_length_of_aac_by_its_frames() throws Exception {
    assertThat(AudioFacts.of(new BytesSource(adts(431))))
        .containsEntry("codec", "aac")
        .containsEntry("rate", "44100")
        .containsEntry("channels", "1")
        .containsEntry("millis", "10007");
    assertThat(AudioFacts.of(new BytesSource(adts(1)))).containsEntry("millis", "23");
    var lone = java.util.Arrays.copyOf(adts(1), 300);
    assertThatThrownBy(() -> AudioFacts.of(new BytesSource(lone)))
        .hasMessage("import.audio-unknown");
  }

  @Test
  void tells_the_date_that_recorders_write_into_wav() throws Exception {
    var plain = wav(1);
    var bext = ByteBuffer.allocate(8 + 602).order(ByteOrder.LITTLE_ENDIAN);
    bext.put(ascii("bext")).putInt(602).position(8 + 320);
    bext.put(ascii("2026-01-1518:04:05"));
    var whole = new ByteArrayOutputStream();
    whole.write(plain, 0, 12);
    whole.writeBytes(bext.array());
    whole.write(plain, 12, plain.length - 12);
    assertThat(AudioFacts.of(new BytesSource(whole.toByteArray())))
        .containsEntry("made", "2026-01-15 18:04:05")
        .containsEntry("millis", "1000");
  }

  @Test
  void refuses_what_it_does_not_know() {
    assertThatThrownBy(() -> AudioFacts.of(new BytesSource(ascii("#!AMR2\n"))))
        .hasMessage("import.audio-unknown");
    assertThatThrownBy(() -> AudioFacts.of(new BytesSource(new byte[0])))
        .hasMessage("import.audio-unknown");
  }

  @Test
  void survives_every_truncation() {
    for (var whole : new byte[][] {wav(1), opus(1000), mp3(3, 9, true), m4a(), adts(9)}) {
      for (var length = 0; length < Math.min(whole.length, 4000); length += 1 + length / 200) {
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
