package org.vigie.imports.tally;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Flag;

/** The distance from UTC, if a person said where the device was. */
public final class Zone {

  private final @Nullable ZoneId zone;
  private int choices = 1;

  /** {@code zone}: where the device was, or null if nobody knows. */
  public Zone(@Nullable ZoneId zone) {
    this.zone = zone;
  }

  /** The offset at a clock reading; the earlier one when it occurs twice. */
  public @Nullable ZoneOffset offset(LocalDateTime local) {
    if (zone == null) {
      return null;
    }
    var rules = zone.getRules();
    if (rules.isFixedOffset()) {
      return rules.getOffset(local);
    }
    var valid = rules.getValidOffsets(local);
    choices = valid.size();
    return choices == 0 ? rules.getOffset(local) : valid.getFirst();
  }

  /** Says so when the last clock reading occurs twice or not at all. */
  public void flag(Set<Flag> flags) {
    if (choices != 1) {
      flags.add(choices == 0 ? Flag.IMPOSSIBLE_HOUR : Flag.AMBIGUOUS_HOUR);
    }
  }
}
