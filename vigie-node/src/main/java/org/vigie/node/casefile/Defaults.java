package org.vigie.node.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tolerant reading: what an older or newer release left out of an entry becomes the empty value, so
 * that folds never meet a null.
 */
public final class Defaults {

  private Defaults() {}

  /** {@code text}, or the empty text. */
  public static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** {@code list} without nulls, or the empty list. */
  public static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list.stream().filter(item -> item != null).toList();
  }
}
