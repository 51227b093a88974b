package org.vigie.node.exhibit.web;

import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Language;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitDerived;
import org.vigie.node.exhibit.Facts;
import org.vigie.node.exhibit.SoundSamples;
import org.vigie.node.exhibit.Waveforms;
import org.vigie.node.picture.Picture;
import org.vigie.node.picture.Pictures;

/**
 * What a page shows of a recording without playing it, and what a player on it would play.
 *
 * @param picture how loud it is over its time, not drawn yet; null if that was not measured
 * @param recording whether it is a recording at all
 * @param possible whether something is missing of it that this machine could make
 * @param waits whether nobody tried to make that yet, because others were before it
 * @param path what a player would play, below the address of the exhibit: {@code sound}, the
 *     recording itself, or {@code samples}, the same written as WAV; empty if there is neither
 * @param writable whether this machine can write it as WAV
 * @param unwritten key of the sentence why that failed when it was tried, or null
 */
public record Heard(
    @Nullable Picture picture,
    boolean recording,
    boolean possible,
    boolean waits,
    String path,
    boolean writable,
    @Nullable String unwritten) {

  private static final Heard NOTHING = new Heard(null, false, false, false, "", false, null);

  static Heard of(Exhibit exhibit, Waveforms waveforms, Language language) {
    var received = exhibit.received();
    if (!Waveforms.recording(received)) {
      return NOTHING;
    }
    var picture =
        Waveforms.of(exhibit, language)
            .map(waveform -> Pictures.described(waveform, Pictures.PAGE))
            .orElse(null);
    return new Heard(
        picture,
        true,
        waveforms.lacks(exhibit),
        waveforms.waits(exhibit),
        path(exhibit),
        waveforms.possible(received),
        exhibit
            .missing(SoundSamples.KIND)
            .map(tried -> "exhibit.unread." + tried.reason())
            .orElse(null));
  }

  private static String path(Exhibit exhibit) {
    // Browsers play MP4 but not the AMR that old telephones put into it.
    var facts = exhibit.derived("sound").map(ExhibitDerived::report).orElse("");
    var amr = Facts.of(facts).getOrDefault("codec", "").startsWith("amr");
    if (Media.playable(exhibit.received().file().mediaType()) && !amr) {
      return "sound";
    }
    return exhibit.derived(SoundSamples.KIND).isPresent() ? SoundSamples.KIND : "";
  }

  /** Whether a player would play WAV that was written for it. */
  public boolean written() {
    return path.equals(SoundSamples.KIND);
  }
}
