package org.vigie.bench.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.matching.text.Fragments;

/**
 * Every pair of texts that share enough, none missed: two sets that do must share one of the rarest
 * fragments of either (Bayardo and others, Scaling up all pairs similarity search, 2007).
 */
final class ExactPairs {

  private final List<Fragments> texts;
  private final double threshold;
  private final Map<Integer, Integer> texting = new HashMap<>();
  private final Map<Integer, List<Integer>> holders = new HashMap<>();
  private final Set<Long> pairs = new HashSet<>();

  private ExactPairs(List<Fragments> texts, double threshold) {
    this.texts = texts;
    this.threshold = threshold;
    for (var text : texts) {
      for (var token : text.tokens()) {
        texting.merge(token, 1, Integer::sum);
      }
    }
    for (var number = 0; number < texts.size(); number++) {
      join(number);
    }
  }

  /** The pairs of {@code texts} of which the plain share is at least {@code threshold}. */
  static Set<Long> of(List<Fragments> texts, double threshold) {
    return new ExactPairs(texts, threshold).pairs;
  }

  /** A pair of numbers, the smaller first. */
  static long pair(long one, long other) {
    return (one << Integer.SIZE) | other;
  }

  private void join(int number) {
    var text = texts.get(number);
    var looked = new HashSet<Integer>();
    for (var token : rarest(text)) {
      var those = holders.computeIfAbsent(token, t -> new ArrayList<>(1));
      for (var other : those) {
        if (looked.add(other) && isLike(text, texts.get(other))) {
          pairs.add(pair(other, number));
        }
      }
      those.add(number);
    }
  }

  /** The fragments of which one must be shared. */
  private List<Integer> rarest(Fragments text) {
    var order = Arrays.stream(text.tokens()).boxed().sorted(this::rarerFirst).toList();
    var needed = (int) Math.ceil(threshold * order.size() - 1e-9);
    return order.subList(0, order.isEmpty() ? 0 : order.size() - needed + 1);
  }

  private int rarerFirst(int one, int other) {
    var order = Integer.compare(texting.getOrDefault(one, 0), texting.getOrDefault(other, 0));
    return order == 0 ? Integer.compare(one, other) : order;
  }

  private boolean isLike(Fragments one, Fragments other) {
    var shared = one.shared(other);
    return shared >= threshold * (one.size() + other.size() - shared) - 1e-9;
  }
}
