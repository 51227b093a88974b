package org.vigie.node.exhibit.web;

import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Language;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.Waveforms;
import org.vigie.node.picture.Picture;
import org.vigie.node.picture.Pictures;

/**
 * What a page shows of a recording without playing it.
 *
 * @param picture how loud it is over its time, not drawn yet; null if that was not measured
 * @param recording whether it is a recording at all
 * @param possible whether something is missing of it that this machine could make
 * @param waits whether nobody tried to make that yet, because others were before it
 */
public record Heard(@Nullable Picture picture, boolean recording, boolean possible, boolean waits) {

  static Heard of(Exhibit exhibit, Waveforms waveforms, Language language) {
    var received = exhibit.received();
    if (!Waveforms.recording(received)) {
      return new Heard(null, false, false, false);
    }
    var picture =
        Waveforms.of(exhibit, language)
            .map(waveform -> Pictures.described(waveform, Pictures.PAGE))
            .orElse(null);
    return new Heard(picture, true, waveforms.lacks(exhibit), waveforms.waits(exhibit));
  }
}
