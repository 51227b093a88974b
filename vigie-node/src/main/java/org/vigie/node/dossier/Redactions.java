package org.vigie.node.dossier;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.vigie.evidence.redaction.AudioSilencer;
import org.vigie.evidence.redaction.WavSilencer;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.CageRefused;
import org.vigie.node.cage.SoundDecoder;
import org.vigie.node.cage.VoiceMask;
import org.vigie.node.exhibit.CoverPlan;
import org.vigie.node.exhibit.CoveredCopies;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitDerived;
import org.vigie.node.exhibit.PictureCover;
import org.vigie.node.exhibit.Pointing;
import org.vigie.register.OpenRegister;

/**
 * Makes copies of exhibits in which parts are covered for good. The original stays as it was
 * received; the copy is made of what is left, so that nothing under a bar can be had back from it.
 * Safe for use by several threads.
 */
public final class Redactions {

  private final PictureCover pictures;
  private final Supplier<VoiceMask> mask;
  private final Supplier<SoundDecoder> decoder;
  private final CoveredCopies copies;

  /**
   * Copies kept by {@code copies}; those of pictures are made by {@code pictures}, those of
   * recordings with {@code mask} and {@code decoder}.
   */
  public Redactions(
      PictureCover pictures,
      Supplier<VoiceMask> mask,
      Supplier<SoundDecoder> decoder,
      CoveredCopies copies) {
    this.pictures = pictures;
    this.mask = mask;
    this.decoder = decoder;
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

  /** The words of an exhibit that is covered as text. */
  public Legible legible(OpenRegister file, Exhibit exhibit) throws Refusal, IOException {
    var messages = exhibit.derived("messages");
    if (messages.isPresent()) {
      return Legible.messages(CoveredCopies.bytes(file, messages.get().bytes()));
    }
    var text = exhibit.derived("text").orElseThrow(DossierRefused::uncoverable);
    return Legible.lines(CoveredCopies.bytes(file, text.bytes()));
  }

  /**
   * A copy of the words without these units.
   *
   * @param label says that something was covered, in the language of the dossier
   */
  public ExhibitDerived text(OpenRegister file, Exhibit exhibit, List<Integer> units, String label)
      throws Refusal, IOException {
    var covered = legible(file, exhibit).covered(new TreeSet<>(units), label);
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

  /** A copy of the recording in which these spans are silent, without metadata. */
  ExhibitDerived sound(OpenRegister file, Exhibit exhibit, CoverPlan plan)
      throws Refusal, IOException {
    var way = way(exhibit);
    if (way != Way.SOUND && (way != Way.DECODED || !decodes())) {
      throw DossierRefused.uncoverable();
    }
    var silences =
        plan.spans().stream()
            .map(span ->
                new AudioSilencer.Interval(
                    Duration.ofMillis(span.from()), Duration.ofMillis(span.to())))
            .toList();
    var heard = heard(file, exhibit, plan.masked());
    var silent = new WavSilencer().silence(heard.wav(), silences);
    return copies.keep(file, exhibit, silent, "audio/wav", heard.how(), plan);
  }

  /** Samples to cut from, and how they were had. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  private record Heard(byte[] wav, String how) {}

  private Heard heard(OpenRegister file, Exhibit exhibit, boolean masked)
      throws Refusal, IOException {
    var original = CoveredCopies.bytes(file, exhibit.received().bytes());
    if (masked) {
      return new Heard(masked(original), CoveredCopies.VOICE + mask.get().tool());
    }
    if (WavSilencer.samples(original)) {
      return new Heard(original, "sound");
    }
    return new Heard(decoded(original), CoveredCopies.AS_WAV + decoder.get().tool());
  }

  private byte[] masked(byte[] recording) throws DossierRefused, IOException {
    try {
      return mask.get().mask(recording);
    } catch (CageRefused unread) {
      throw DossierRefused.voiceUnmasked();
    }
  }

  private byte[] decoded(byte[] recording) throws DossierRefused, IOException {
    try {
      return decoder.get().wav(recording);
    } catch (CageRefused refused) {
      throw refused.key().equals("cage.output")
          ? DossierRefused.soundTooLong()
          : DossierRefused.soundUnreadable();
    }
  }
}
