package org.vigie.bench.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.vigie.matching.text.Fragments;

/** The exact answer: every text is compared with every one that is asked for. */
final class Truth {

  private static final double LEAST = 0.3;

  private final List<List<Alike>> answers;

  private Truth(List<List<Alike>> answers) {
    this.answers = answers;
  }

  /** A text, and the share of fragments that it has in common. */
  private record Alike(int text, double share) {}

  /** Compares {@code asked}, numbers of texts, with all of {@code texts}. */
  static Truth of(List<Fragments> texts, int[] asked) {
    return new Truth(
        Arrays.stream(asked).parallel().mapToObj(number -> compare(texts, number)).toList());
  }

  private static List<Alike> compare(List<Fragments> texts, int number) {
    var asked = texts.get(number);
    var maybe = new BitSet(1 << 16);
    for (var token : asked.tokens()) {
      maybe.set(token & 0xFFFF);
    }
    var alike = new ArrayList<Alike>();
    for (var other = 0; other < texts.size(); other++) {
      var share = other == number ? 0 : share(asked, texts.get(other), maybe);
      if (share >= LEAST) {
        alike.add(new Alike(other, share));
      }
    }
    return alike;
  }

  private static double share(Fragments asked, Fragments other, BitSet maybe) {
    var atMost = other.count(token -> maybe.get(token & 0xFFFF));
    var both = asked.size() + other.size();
    if (atMost == 0 || atMost < LEAST * (both - atMost)) {
      return 0;
    }
    var shared = asked.shared(other);
    return (double) shared / (both - shared);
  }

  /**
   * The share of what is alike by {@code threshold} and more that {@code given} holds.
   *
   * @param name under which number it knows each text
   */
  double recall(List<BitSet> given, double threshold, IntUnaryOperator name) {
    var found = 0;
    var all = 0;
    for (var i = 0; i < answers.size(); i++) {
      for (var alike : answers.get(i)) {
        if (alike.share() >= threshold) {
          all++;
          found += given.get(i).get(name.applyAsInt(alike.text())) ? 1 : 0;
        }
      }
    }
    return all == 0 ? 1 : (double) found / all;
  }

  /** How many pairs are alike by {@code threshold} and more. */
  long pairs(double threshold) {
    return answers.stream()
        .flatMap(List::stream)
        .filter(alike -> alike.share() >= threshold)
        .count();
  }
}
