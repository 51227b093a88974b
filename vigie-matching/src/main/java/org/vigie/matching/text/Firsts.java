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
  private final Map<Channel, Map<Integer, List<Integer>>> byDocument = new HashMap<>();

  Firsts(int texts) {
    firsts = new int[texts];
  }

  void set(int text, int first) {
    firsts[text] = first;
  }

  void holds(Channel channel, int document, int first) {
    byDocument
        .computeIfAbsent(channel, c -> new HashMap<>())
        .computeIfAbsent(document, d -> new ArrayList<>(1))
        .add(first);
  }

  List<Integer> of(Channel channel, int document) {
    return byDocument.getOrDefault(channel, Map.of()).getOrDefault(document, List.of());
  }

  /** The first text with the same fragments as {@code text}. */
  public int of(int text) {
    return firsts[text];
  }
}
