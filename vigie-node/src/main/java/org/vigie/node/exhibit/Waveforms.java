package org.vigie.node.exhibit;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.cage.CageJob;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.node.cage.CageRefused;
import org.vigie.node.cage.SoundDecoder;
import org.vigie.node.cage.Turn;
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

  /** Whoever brings a recording waits so long for others; afterwards its page tries again. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String WAV = "audio/wav";
  private static final JsonMapper JSON = ForgetfulJson.builder().build();

  private final Supplier<Cage> cage;
  private final Supplier<SoundDecoder> decoder;
  private final Duration patience;
  private final SoundMarks marks;

  /** Measures in {@code cage} and with {@code decoder}, both asked for when there is need. */
  public Waveforms(Supplier<Cage> cage, Supplier<SoundDecoder> decoder) {
    this(cage, decoder, PATIENCE);
  }

  /** Likewise; whoever brings a recording waits so long for others. */
  Waveforms(Supplier<Cage> cage, Supplier<SoundDecoder> decoder, Duration patience) {
    this.cage = cage;
    this.decoder = decoder;
    this.patience = patience;
    this.marks = new SoundMarks(decoder);
  }

  /** How long whoever brings a recording waits for others. */
  Duration patience() {
    return patience;
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
    return wav(exhibit)
        || (exhibit.bytes().length() <= CoveredCopies.MOST_IN_MEMORY && decoder.get().there());
  }

  /** Whether {@code exhibit} is WAV, of which our own cage reads the usual kinds. */
  static boolean wav(ExhibitReceived exhibit) {
    return exhibit.file().mediaType().equals(WAV);
  }

  /** The kinds that were not made of {@code exhibit} and that this machine could make, in order. */
  List<String> missing(Exhibit exhibit) {
    var missing = new ArrayList<String>();
    if (possible(exhibit.received()) && exhibit.derived(KIND).isEmpty()) {
      missing.add(KIND);
    }
    if (marks.possible(exhibit.received()) && SoundMarks.of(exhibit).isEmpty()) {
      missing.add(SoundMarks.KIND);
    }
    return missing;
  }

  /** Whether something is missing of a recording that this machine could make, tried or not. */
  public boolean lacks(Exhibit exhibit) {
    return !missing(exhibit).isEmpty();
  }

  /** Whether something is missing that nobody tried to make yet, because others were before it. */
  public boolean waits(Exhibit exhibit) {
    var missing = missing(exhibit);
    return !missing.isEmpty()
        && exhibit
            .missing(missing.getFirst())
            .map(tried -> tried.reason().equals(CageRefused.BUSY))
            .orElse(true);
  }

  /** The turn of the decoder, for {@link #decoded}. */
  Turn turn() {
    return decoder.get().turn();
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

  /**
   * Measures WAV in our own cage, which needs no turn; empty if its samples are of a kind that only
   * the decoder reads.
   */
  Optional<Measured> measure(OpenRegister file, ExhibitReceived exhibit, String ours)
      throws Refusal, IOException {
    try {
      var source = new BlobSource(file, exhibit.bytes());
      var run = cage.get().run(CageJob.levels(), source, OutputStream.nullOutputStream());
      return Optional.of(new Measured(ours, json(run.facts())));
    } catch (ImportRefused otherSamples) {
      if (!decoder.get().there()) {
        throw otherSamples;
      }
      return Optional.empty();
    }
  }

  /** What the decoder makes of a recording; whoever asks has its {@link #turn}. */
  Measured decoded(String kind, OpenRegister file, ExhibitReceived exhibit)
      throws Refusal, IOException {
    if (kind.equals(SoundMarks.KIND)) {
      return marks.look(file, exhibit);
    }
    var with = decoder.get();
    return new Measured(with.tool(), json(with.levels(CoveredCopies.bytes(file, exhibit.bytes()))));
  }

  private static String json(Map<String, String> facts) {
    return JSON.writeValueAsString(facts);
  }
}
