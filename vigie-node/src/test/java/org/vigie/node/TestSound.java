package org.vigie.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/** Sounds made by code, in the forms that telephones record in. */
public final class TestSound {

  private static final int HEADER = 44;

  private TestSound() {}

  /**
   * A tone of 330 vibrations, as WAV of one channel.
   *
   * @param rate samples a second
   * @param loud which seconds are heard, from 0
   */
  public static byte[] wav(int rate, int seconds, IntPredicate loud) {
    var samples = seconds * rate;
    var wav = ByteBuffer.allocate(HEADER + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
    for (var i = 0; i < samples; i++) {
      var heard = loud.test(i / rate);
      wav.putShort((short) (heard ? 20_000 * Math.sin(2 * Math.PI * 330 * i / rate) : 0));
    }
    return wav.array();
  }

  /**
   * Four seconds of silence, four of noise, four of silence in AMR. No free encoder of it is at
   * hand, so the frames are written here: 12.2 kbit/s, of which zeros decode to next to nothing and
   * chance to noise (3GPP TS 26.101, RFC 4867 section 5).
   */
  public static byte[] amr() {
    var file = new ByteArrayOutputStream();
    file.writeBytes("#!AMR\n".getBytes(StandardCharsets.US_ASCII));
    var state = 7L;
    for (var n = 0; n < 600; n++) {
      file.write(0x3C);
      for (var i = 0; i < 31; i++) {
        state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
        file.write(n < 200 || n >= 400 ? 0 : (int) (state >>> 56));
      }
    }
    return file.toByteArray();
  }

  /** The greatest sample of a WAV of one channel between two moments, in milliseconds. */
  public static int loudest(byte[] wav, int from, int to) {
    var in = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    var rate = in.getInt(24);
    assertThat(in.getShort(22)).as("channels").isEqualTo((short) 1);
    var loudest = 0;
    for (var i = from * (long) rate / 1000; i < to * (long) rate / 1000; i++) {
      loudest = Math.max(loudest, Math.abs(in.getShort(HEADER + 2 * (int) i)));
    }
    return loudest;
  }

  /** How long a WAV of one channel is, in milliseconds. */
  public static long millis(byte[] wav) {
    var rate = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).getInt(24);
    return (wav.length - HEADER) * 1000L / 2 / rate;
  }

  /**
   * The same sound in another form, with a title; next to nothing if ffmpeg does not write it here.
   *
   * @param form {@code ogg}, {@code m4a} or {@code mp3}
   * @param codec one of ffmpeg's
   */
  public static byte[] encoded(byte[] wav, String form, String codec) throws Exception {
    return encoded(wav, form, codec, "anull");
  }

  /**
   * Likewise, of which two seconds were lost, from the second to the fourth: a hole in its time.
   */
  public static byte[] withHole(byte[] wav, String form, String codec) throws Exception {
    return encoded(wav, form, codec, "aselect='not(between(t,2,4))'");
  }

  private static byte[] encoded(byte[] wav, String form, String codec, String filter)
      throws Exception {
    var format = form.equals("m4a") ? "ipod" : form;
    var flags = "frag_keyframe+empty_moov";
    var process =
        new ProcessBuilder(
                ("ffmpeg -v quiet -i pipe:0 -metadata title=Mulberry -af "
                        + filter
                        + " -c:a "
                        + codec
                        + " -f "
                        + format
                        + " -movflags "
                        + flags
                        + " pipe:1")
                    .split(" "))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var feed =
        Thread.ofVirtual()
            .start(() -> {
              try (var in = process.getOutputStream()) {
                in.write(wav);
              } catch (IOException ended) {
                return;
              }
            });
    var out = new ByteArrayOutputStream();
    process.getInputStream().transferTo(out);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    feed.join();
    return out.toByteArray();
  }
}
