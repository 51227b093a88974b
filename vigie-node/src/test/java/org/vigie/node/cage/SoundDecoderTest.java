package org.vigie.node.cage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.kernel.Secret;
import org.vigie.matching.recording.RecordingSketch;
import org.vigie.matching.recording.RecordingSketcher;
import org.vigie.testkit.Babble;

/** What codecs, telephones and noise leave of a recording is enough to know it again. */
class SoundDecoderTest {

  private static final int CALLS = 3;
  private static final SoundDecoder DECODER = SoundDecoder.onThisMachine();
  private static final List<RecordingSketch> ORIGINALS = new ArrayList<>();

  private static final RecordingSketcher SKETCHER =
      new RecordingSketcher(
          Secret.take("a key of 32 bytes, for the tests".getBytes(StandardCharsets.UTF_8)), 1);

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void originals() throws Exception {
    Assumptions.assumeTrue(DECODER.there(), "ffmpeg or bubblewrap is not here");
    for (var call = 0; call < CALLS; call++) {
      ORIGINALS.add(SKETCHER.sketch(DECODER.marks(wav(call))));
    }
  }

  private static byte[] wav(int call) {
    return Babble.wav(Babble.of(call, 100 + 40 * call, 10));
  }

  private byte[] through(int call, String options, String name) throws Exception {
    var from = folder.resolve("call.wav");
    var to = folder.resolve(name);
    Files.write(from, wav(call));
    var command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "quiet", "-y", "-i"));
    command.add(from.toString());
    command.addAll(Arrays.asList(options.split(" ")));
    command.add(to.toString());
    var made = new ProcessBuilder(command).start();
    assertThat(made.waitFor(60, TimeUnit.SECONDS) && made.exitValue() == 0).as(options).isTrue();
    return Files.readAllBytes(to);
  }

  @ParameterizedTest
  @CsvSource({
    "voice note, -c:a libopus -b:a 12k, note.ogg",
    "phone's recorder, -c:a aac -b:a 24k, call.m4a",
    "telephone, -af highpass=f=300;lowpass=f=3400 -ar 8000 -c:a pcm_alaw, call.wav.wav",
    "quiet and cut, -ss 1.503 -af volume=0.25 -c:a libmp3lame -b:a 32k, part.mp3"
  })
  void knows_a_recording_again_and_no_other(String what, String options, String name)
      throws Exception {
    for (var call = 0; call < CALLS; call++) {
      var copy = SKETCHER.sketch(DECODER.marks(through(call, options.replace(';', ','), name)));
      for (var other = 0; other < CALLS; other++) {
        assertThat(ORIGINALS.get(other).shared(copy).isSame())
            .as("%s of call %d beside %d: %s", what, call, other, ORIGINALS.get(other).shared(copy))
            .isEqualTo(other == call);
      }
    }
  }

  @Test
  void finds_nothing_in_what_is_no_recording() {
    assertThatThrownBy(() -> DECODER.marks(new byte[100])).isInstanceOf(CageRefused.class);
  }
}
