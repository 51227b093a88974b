package org.vigie.bench.matching;

import java.util.List;
import org.vigie.kernel.Secret;
import org.vigie.matching.band.BandedTextIndex;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.Overlap;
import org.vigie.matching.text.TextIndex;
import org.vigie.matching.text.TextSketcher;

/** The index of this project, from raw text to exact score. */
final class Ours {

  private final TextSketcher sketcher = sketcher();
  private final BandedTextIndex index = BandedTextIndex.gathering();
  private final TextIndex.Reader reader = index.plainReader();
  private int[] documents = {};

  static TextSketcher sketcher() {
    try (var key = Secret.take(new byte[32])) {
      return new TextSketcher(key, 1);
    }
  }

  /** What each of {@code texts} is compared by. */
  static List<Fragments> fragments(List<String> texts) {
    var sketcher = sketcher();
    return texts.stream().map(sketcher::letters).toList();
  }

  /** Folds, sketches and indexes {@code texts}. */
  void build(List<String> texts) {
    documents = new int[texts.size()];
    for (var i = 0; i < documents.length; i++) {
      var set = sketcher.letters(texts.get(i));
      documents[i] = set.size() == 0 ? texts.size() : index.add(set);
    }
    index.settle();
  }

  List<Overlap> query(String text, double threshold) {
    return reader.query(sketcher.letters(text), threshold, TextIndex.EVERY);
  }

  /** Under which number text number {@code text} is found. */
  int document(int text) {
    return documents[text];
  }

  int size() {
    return index.size();
  }

  long bytes() {
    return index.hotBytes();
  }
}
