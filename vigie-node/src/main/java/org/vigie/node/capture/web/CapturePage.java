package org.vigie.node.capture.web;

import java.util.List;
import org.vigie.node.capture.SeriesOrdered;

/**
 * How to keep what has no export.
 *
 * @param base address of the case
 * @param series what was kept so, the first first
 * @param largest most bytes a file may have
 */
public record CapturePage(String base, List<SeriesOrdered> series, long largest) {

  /** Ends of the keys of the steps about an account. */
  public static final List<String> ACCOUNT = List.of("profile", "id", "picture", "posts");

  /** Ends of the keys of the steps about a conversation. */
  public static final List<String> TALK =
      List.of("first", "overlap", "dates", "whole", "untouched", "long", "film");

  /** Ends of the keys of the steps about what vanishes. */
  public static final List<String> VANISHING = List.of("unopened", "second", "told", "words");
}
