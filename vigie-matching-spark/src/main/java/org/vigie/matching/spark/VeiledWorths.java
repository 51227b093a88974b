package org.vigie.matching.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link Worths} as they go from process to process, sealed under the job's key. Protects them
 * against whoever taps a line or reads a disk: fragments are keyed by a number that everybody
 * knows, so counts at the places of a guessed text would tell whether it is there. Shows how many
 * texts a job has, about. Safe for use by several threads, each with its own veil.
 */
final class VeiledWorths implements Serializable {

  private static final long serialVersionUID = 1L;

  private final byte[][][] sealed;

  /** In this process only. */
  private transient volatile @Nullable Worths opened;

  VeiledWorths(List<List<byte[]>> sealed) {
    this.sealed =
        sealed.stream().map(parts -> parts.toArray(byte[][]::new)).toArray(byte[][][]::new);
  }

  /** What was sealed, opened once a process. */
  Worths open(Veil veil) {
    var known = opened;
    return known == null ? openOnce(veil) : known;
  }

  private synchronized Worths openOnce(Veil veil) {
    var known = opened;
    if (known == null) {
      known = fresh(veil);
      opened = known;
    }
    return known;
  }

  private Worths fresh(Veil veil) {
    return new Worths(
        Arrays.stream(sealed).map(parts -> veil.opened(Arrays.asList(parts))).toList());
  }

  /** These and others, added up. */
  VeiledWorths with(VeiledWorths other, Veil veil) {
    return fresh(veil).with(other.fresh(veil)).veiled(veil);
  }
}
