package org.vigie.node.exhibit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.cage.CageJob;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.node.cage.SoundDecoder;
import org.vigie.node.picture.Waveform;
import org.vigie.register.ForgetfulJson;
import org.vigie.register.OpenRegister;
import tools.jackson.databind.json.JsonMapper;

/**
 * How loud recordings are over their time. They are decoded in cages, WAV by ours and everything
 * else by ffmpeg's; only numbers come out, and pictures are drawn of those. Safe for use by several
 * threads.
 */
public final class Waveforms {

  /** The kind of what was measured: facts in the report, no bytes. */
  static final String KIND = "levels";

  private static final String WAV = "audio/wav";
  private static final JsonMapper JSON = ForgetfulJson.builder().build();

  private final Supplier<Cage> cage;
  private final Supplier<SoundDecoder> decoder;
  private final SoundMarks marks;

  /** Measures in {@code cage} and with {@code decoder}, both asked for when there is need. */
  public Waveforms(Supplier<Cage> cage, Supplier<SoundDecoder> decoder) {
    this.cage = cage;
    this.decoder = decoder;
    this.marks = new SoundMarks(decoder);
  }

  /** Whether {@code exhibit} is a recording. */
  public static boolean recording(ExhibitReceived exhibit) {
    return exhibit.file().mediaType().startsWith("audio/");
  }

  /** Whether this machine can measure a recording of this form and length. */
  public boolean possible(ExhibitReceived exhibit) {
    if (!recording(exhibit)) {
      return false;
    }
    return exhibit.file().mediaType().equals(WAV)
        || (exhibit.bytes().length() <= CoveredCopies.MOST_IN_MEMORY && decoder.get().there());
  }

  /** What looks for that by which copies are recognised, with the same decoder. */
  SoundMarks marks() {
    return marks;
  }

  /** What was measured of {@code exhibit}, to be drawn in a language; empty if nothing was. */
  public static Optional<Waveform> of(Exhibit exhibit, Language language) {
    var report = exhibit.derived(KIND).map(ExhibitDerived::report).orElse("");
    var facts = Facts.of(report);
    return Waveform.parse(
        facts.getOrDefault("levels", ""), facts.getOrDefault("millis", ""), language);
  }

  /**
   * Measured facts.
   *
   * @param tool what measured
   * @param report the facts as JSON
   */
  record Measured(String tool, String report) {}

  /** Measures a recording. */
  Measured measure(OpenRegister file, ExhibitReceived exhibit, String ours)
      throws Refusal, IOException {
    if (exhibit.file().mediaType().equals(WAV)) {
      try {
        var source = new BlobSource(file, exhibit.bytes());
        var run = cage.get().run(CageJob.levels(), source, OutputStream.nullOutputStream());
        return new Measured(ours, json(run.facts()));
      } catch (ImportRefused otherSamples) {
        if (!decoder.get().there()) {
          throw otherSamples;
        }
      }
    }
    var measured = decoder.get().levels(CoveredCopies.bytes(file, exhibit.bytes()));
    return new Measured(decoder.get().tool(), json(measured));
  }

  private static String json(Map<String, String> facts) {
    return JSON.writeValueAsString(facts);
  }
}
