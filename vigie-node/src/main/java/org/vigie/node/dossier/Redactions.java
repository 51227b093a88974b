package org.vigie.node.dossier;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.vigie.evidence.redaction.AudioSilencer;
import org.vigie.evidence.redaction.WavSilencer;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.CageRefused;
import org.vigie.node.cage.SoundDecoder;
import org.vigie.node.cage.Turn;
import org.vigie.node.cage.VoiceMask;
import org.vigie.node.exhibit.CoverPlan;
import org.vigie.node.exhibit.CoveredCopies;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitDerived;
import org.vigie.node.exhibit.PictureCover;
import org.vigie.node.exhibit.Pointing;
import org.vigie.node.exhibit.SoundSamples;
import org.vigie.register.OpenRegister;

/**
 * Makes copies of exhibits in which parts are covered for good. The original stays as it was
 * received; the copy is made of what is left, so that nothing under a bar can be had back from it.
 * Safe for use by several threads.
 */
public final class Redactions {

  /** Whoever opens a page waits so long for others. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Whoever asks for something waits longer than any one account may have the turn. */
  private static final Duration MUCH_PATIENCE = Turn.LONGEST.plusMinutes(1);

  private final PictureCover pictures;
  private final Supplier<VoiceMask> mask;
  private final Supplier<SoundDecoder> decoder;
  private final SoundSamples samples;
  private final CoveredCopies copies;

  /**
   * Copies kept by {@code copies}; those of pictures are made by {@code pictures}, those of
   * recordings of {@code samples}, with {@code mask} and in the turn of {@code decoder}.
   */
  public Redactions(
      PictureCover pictures,
      Supplier<VoiceMask> mask,
      Supplier<SoundDecoder> decoder,
      SoundSamples samples,
      CoveredCopies copies) {
    this.pictures = pictures;
    this.mask = mask;
    this.decoder = decoder;
    this.samples = samples;
    this.copies = copies;
  }

  /** How parts of an exhibit can be covered. */
  public enum Way {
    /** Messages or lines. */
    TEXT,
    /** Parts of a picture. */
    PICTURE,
    /** Spans of a recording. */
    SOUND,
    /** Spans of a recording that is decoded for it and written anew as WAV. */
    DECODED,
    /** Not here. */
    NONE
  }

  /** How parts of {@code exhibit} can be covered. */
  public static Way way(Exhibit exhibit) {
    if (exhibit.derived("messages").isPresent() || exhibit.derived("text").isPresent()) {
      return Way.TEXT;
    }
    if (exhibit.derived("preview").isPresent()) {
      return Way.PICTURE;
    }
    var type = exhibit.received().file().mediaType();
    if (!type.startsWith("audio/")
        || exhibit.received().bytes().length() > CoveredCopies.MOST_IN_MEMORY) {
      return Way.NONE;
    }
    return type.equals("audio/wav") ? Way.SOUND : Way.DECODED;
  }

  /**
   * The words of an exhibit that is covered as text.
   *
   * @param say the sentence of a key, in the language of the dossier
   */
  public Legible legible(OpenRegister file, Exhibit exhibit, UnaryOperator<String> say)
      throws Refusal, IOException {
    var messages = exhibit.derived("messages");
    if (messages.isPresent()) {
      return Legible.messages(CoveredCopies.bytes(file, messages.get().bytes()), say);
    }
    var text = exhibit.derived("text").orElseThrow(DossierRefused::uncoverable);
    return Legible.lines(CoveredCopies.bytes(file, text.bytes()));
  }

  /**
   * A copy of the words without these units.
   *
   * @param words of the exhibit
   * @param label says that something was covered, in the language of the dossier
   */
  public ExhibitDerived text(
      OpenRegister file, Exhibit exhibit, Legible words, List<Integer> units, String label)
      throws Refusal, IOException {
    var covered = words.covered(new TreeSet<>(units), label);
    var plan = new CoverPlan(units, List.of(), List.of(), List.of());
    return copies.keep(file, exhibit, covered, "text/plain", "lines", plan);
  }

  /** The picture as it is being pointed at. */
  byte[] look(OpenRegister file, Exhibit exhibit, Pointing pointing) throws Refusal, IOException {
    return pictures.look(file, exhibit, pointing);
  }

  /** A copy of the picture without these parts and without metadata. */
  ExhibitDerived picture(OpenRegister file, Exhibit exhibit, CoverPlan plan)
      throws Refusal, IOException {
    return pictures.cover(file, exhibit, plan);
  }

  /** Whether recordings can be decoded on this machine, and voices masked. */
  boolean decodes() {
    return decoder.get().there() && mask.get().there();
  }

  /**
   * What is to be heard while spans are chosen.
   *
   * @param path below the address of the exhibit, or empty if it is not there
   * @param why key of the sentence that says why it is not there, or empty
   */
  public record Listening(String path, String why) {

    /** Nothing, for no reason. */
    public static final Listening NOTHING = new Listening("", "");

    private static Listening to(SoundSamples.Kept kept) {
      return new Listening(kept.made() ? SoundSamples.KIND : "sound", "");
    }
  }

  /** What is to be heard; made now if it was not tried before, and others let it. */
  Listening listening(OpenRegister file, Exhibit exhibit) throws Refusal, IOException {
    if (!coverableSound(exhibit)) {
      return Listening.NOTHING;
    }
    var kept = samples.kept(file, exhibit);
    if (kept.isPresent()) {
      return Listening.to(kept.get());
    }
    var failed = exhibit.missing(SoundSamples.KIND);
    if (failed.isPresent()) {
      return new Listening("", refused(failed.get().reason()).key());
    }
    try {
      return Listening.to(decoded(file, exhibit, PATIENCE));
    } catch (DossierRefused refused) {
      return new Listening("", refused.key());
    }
  }

  /** Makes what is to be heard, also if that failed before. */
  void listen(OpenRegister file, Exhibit exhibit) throws Refusal, IOException {
    requireSound(exhibit);
    var _ = decoded(file, exhibit, MUCH_PATIENCE);
  }

  private SoundSamples.Kept decoded(OpenRegister file, Exhibit exhibit, Duration patience)
      throws Refusal, IOException {
    try (var _ = decoder.get().turn().take(file.me(), patience)) {
      return samples.make(file, exhibit);
    } catch (CageRefused refused) {
      throw refused(refused.key());
    }
  }

  private void requireSound(Exhibit exhibit) throws DossierRefused {
    if (!coverableSound(exhibit)) {
      throw DossierRefused.uncoverable();
    }
  }

  private boolean coverableSound(Exhibit exhibit) {
    var way = way(exhibit);
    return way == Way.SOUND || (way == Way.DECODED && decodes());
  }

  /** A copy of the recording in which these spans are silent, without metadata. */
  ExhibitDerived sound(OpenRegister file, Exhibit exhibit, CoverPlan plan)
      throws Refusal, IOException {
    requireSound(exhibit);
    // Recordings are large: whoever waits has none in memory yet.
    try (var _ = decoder.get().turn().take(file.me(), MUCH_PATIENCE)) {
      var heard = heard(file, exhibit, plan.masked());
      var silent = new WavSilencer().silence(heard.wav(), silences(plan, heard.slack()));
      return copies.keep(file, exhibit, silent, "audio/wav", heard.how(), plan);
    } catch (CageRefused refused) {
      throw refused(refused.key());
    }
  }

  /** What was chosen, and as much around it as a sound may spread when it is masked or decoded. */
  private static List<AudioSilencer.Interval> silences(CoverPlan plan, long slack) {
    return plan.spans().stream()
        .map(span ->
            new AudioSilencer.Interval(
                Duration.ofMillis(Math.max(0, span.from() - slack)),
                Duration.ofMillis(span.to() + slack)))
        .toList();
  }

  /** Samples to cut from, how they were had, and by how many milliseconds they may be off. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  private record Heard(byte[] wav, String how, long slack) {}

  private Heard heard(OpenRegister file, Exhibit exhibit, boolean masked)
      throws Refusal, IOException {
    var kept = samples.make(file, exhibit);
    var wav = CoveredCopies.bytes(file, kept.bytes());
    if (masked) {
      var how = CoveredCopies.VOICE + mask.get().tool();
      return new Heard(masked(wav), how, SoundDecoder.SLACK + VoiceMask.SPREAD);
    }
    return kept.decodedBy().isEmpty()
        ? new Heard(wav, "sound", 0)
        : new Heard(wav, CoveredCopies.AS_WAV + kept.decodedBy(), SoundDecoder.SLACK);
  }

  private byte[] masked(byte[] wav) throws DossierRefused, IOException {
    try {
      return mask.get().mask(wav);
    } catch (CageRefused refused) {
      throw refused.key().equals("cage.shifted")
          ? DossierRefused.soundShifted()
          : DossierRefused.voiceUnmasked();
    }
  }

  /** What the cage refused, said of a recording. */
  private static DossierRefused refused(String key) {
    return switch (key) {
      case CageRefused.BUSY -> DossierRefused.busy();
      case "cage.shifted" -> DossierRefused.soundShifted();
      case "cage.output" -> DossierRefused.soundTooLong();
      default -> DossierRefused.soundUnreadable();
    };
  }
}
