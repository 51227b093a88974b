package org.vigie.matching.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Finds texts like a given one, by letters within a script and by sound across scripts. Texts with
 * the very same fragments are kept once, so that flooding it with one script fills nothing. Not
 * safe for use by several threads.
 */
public final class TextMatcher {

  /** From this score on two texts are one script: above all that unrelated texts ever share. */
  public static final double DEFAULT_THRESHOLD = 0.2;

  /** Sounds are fewer than letters, so chance shares more of them. */
  static final double LEAST_BY_SOUND = 0.3;

  private static final double LEAST_SHARED = 10;

  private static final Comparator<TextMatch> BEST_FIRST =
      Comparator.comparingDouble(TextMatch::score).reversed().thenComparingInt(TextMatch::text);

  private final Channel letters;
  private final Channel sounds;
  private final List<Writing> writings = new ArrayList<>();

  /** A matcher of nothing yet, over two indexes that {@code index} makes. */
  public TextMatcher(Supplier<TextIndex> index) {
    letters = new Channel(index.get());
    sounds = new Channel(index.get());
  }

  /** Adds a text; answers its number, counted from 0. */
  public int add(TextSketch sketch) {
    var number = writings.size();
    writings.add(sketch.writing());
    letters.add(sketch.letters(), number);
    sounds.add(sketch.sounds(), number);
    return number;
  }

  /**
   * The texts that score at least {@code threshold}, best first, then by number; the text itself is
   * among them if it was added.
   */
  public List<TextMatch> query(TextSketch sketch, double threshold) {
    var best = new HashMap<Integer, TextMatch>();
    for (var overlap : letters.index.query(sketch.letters(), threshold)) {
      if (isEnough(overlap, sketch.letters().size())) {
        letters.expand(overlap, false, best);
      }
    }
    var bySound = new HashMap<Integer, TextMatch>();
    for (var overlap : sounds.index.query(sketch.sounds(), Math.max(threshold, LEAST_BY_SOUND))) {
      if (isEnough(overlap, sketch.sounds().size())) {
        sounds.expand(overlap, true, bySound);
      }
    }
    for (var match : bySound.values()) {
      if (sketch.writing().soundsWith(writings.get(match.text()))) {
        best.merge(match.text(), match, (a, b) -> a.score() >= b.score() ? a : b);
      }
    }
    return best.values().stream().sorted(BEST_FIRST).toList();
  }

  /** How many texts there are. */
  public int size() {
    return writings.size();
  }

  /** A few frequent words make a good share of two short texts: some fragments must be shared. */
  private static boolean isEnough(Overlap overlap, int asked) {
    var other = overlap.union() + overlap.shared() - asked;
    return overlap.score() * overlap.union()
        >= Math.min(LEAST_SHARED, 0.9 * Math.min(asked, other));
  }

  /** One way of comparing: an index of different texts, and who wrote each. */
  private static final class Channel {

    private final TextIndex index;
    private final Map<Fragments, Integer> documents = new HashMap<>();
    private final List<List<Integer>> texts = new ArrayList<>();

    Channel(TextIndex index) {
      this.index = index;
    }

    void add(Fragments fragments, int text) {
      if (fragments.size() == 0) {
        return;
      }
      var document = documents.get(fragments);
      if (document == null) {
        document = index.add(fragments);
        documents.put(fragments, document);
        texts.add(new ArrayList<>(1));
      }
      texts.get(document).add(text);
    }

    void expand(Overlap overlap, boolean bySound, Map<Integer, TextMatch> into) {
      for (var text : texts.get(overlap.document())) {
        into.put(
            text, new TextMatch(text, overlap.score(), overlap.shared(), overlap.union(), bySound));
      }
    }
  }
}
