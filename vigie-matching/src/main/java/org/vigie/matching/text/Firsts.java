package org.vigie.matching.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which texts have the very same fragments in every way of comparing: the same others match them,
 * so that one of them need ask.
 */
public final class Firsts {

  private final int[] firsts;
  private final int[] lasts;
  private final Map<Channel, Map<Integer, List<Integer>>> byDocument = new HashMap<>();

  Firsts(int texts) {
    firsts = new int[texts];
    lasts = new int[texts];
  }

  /** Says which is the first; texts must rise. */
  void set(int text, int first) {
    firsts[text] = first;
    lasts[first] = text;
  }

  void holds(Channel channel, int document, int first) {
    byDocument
        .computeIfAbsent(channel, c -> new HashMap<>())
        .computeIfAbsent(document, d -> new ArrayList<>(1))
        .add(first);
  }

  /** The first texts that hold {@code document} and are, or come again, after {@code text}. */
  List<Integer> of(Channel channel, int document, int text) {
    return byDocument.getOrDefault(channel, Map.of()).getOrDefault(document, List.of()).stream()
        .filter(first -> lasts[first] > text)
        .toList();
  }

  /** The first text with the same fragments as {@code text}. */
  public int of(int text) {
    return firsts[text];
  }
}
