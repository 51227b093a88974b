package org.vigie.node.exhibit;

import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.kernel.Refusal;
import org.vigie.matching.recording.RecordingMarks;
import org.vigie.node.cage.SoundDecoder;
import org.vigie.register.ForgetfulJson;
import org.vigie.register.OpenRegister;
import tools.jackson.databind.json.JsonMapper;

/**
 * What copies of recordings are recognised by, kept sealed with the case so that a recording need
 * not be decoded again for every comparison. Safe for use by several threads.
 */
public final class SoundMarks {

  /** The kind of what was found: facts in the report, no bytes. */
  static final String KIND = "marks";

  private static final JsonMapper JSON = ForgetfulJson.builder().build();

  private final Supplier<SoundDecoder> decoder;

  /** Looks for them with {@code decoder}, asked for when there is need. */
  SoundMarks(Supplier<SoundDecoder> decoder) {
    this.decoder = decoder;
  }

  /** Whether this machine can look for them in a recording of this form and length. */
  boolean possible(ExhibitReceived exhibit) {
    return Waveforms.recording(exhibit)
        && exhibit.bytes().length() <= CoveredCopies.MOST_IN_MEMORY
        && decoder.get().there();
  }

  /** Looks for them; whoever asks has the decoder's turn. */
  Waveforms.Measured look(OpenRegister file, ExhibitReceived exhibit) throws Refusal, IOException {
    var with = decoder.get();
    var marks = with.marks(CoveredCopies.bytes(file, exhibit.bytes()));
    var encoded = Base64.getEncoder().encodeToString(marks.encoded());
    return new Waveforms.Measured(with.tool(), JSON.writeValueAsString(Map.of(KIND, encoded)));
  }

  /** Those of {@code exhibit}; empty if none were looked for, or by another version. */
  public static Optional<RecordingMarks> of(Exhibit exhibit) {
    var report = exhibit.derived(KIND).map(ExhibitDerived::report).orElse("");
    var encoded = Facts.of(report).getOrDefault(KIND, "");
    try {
      return Optional.of(RecordingMarks.parse(Base64.getDecoder().decode(encoded)));
    } catch (IllegalArgumentException noneOrOther) {
      return Optional.empty();
    }
  }
}
