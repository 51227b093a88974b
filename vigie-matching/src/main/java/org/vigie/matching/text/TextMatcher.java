package org.vigie.matching.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Finds texts like a given one, by letters within a script and by sound across scripts: for those
 * every writing has an index of its own, so that a text is compared by sound with other writings
 * only. Texts with the very same fragments are kept once. Not safe for use by several threads,
 * apart from {@link #reader()}.
 */
public final class TextMatcher {

  /** From this score on two texts are one script: above all that unrelated texts ever share. */
  public static final double DEFAULT_THRESHOLD = 0.2;

  /** Sounds are fewer than letters, so chance shares more of them. */
  static final double LEAST_BY_SOUND = 0.3;

  private static final double LEAST_SHARED = 10;
  private static final int BEFORE_ALL = -1;

  private static final Comparator<TextMatch> BEST_FIRST =
      Comparator.comparingDouble(TextMatch::score).reversed().thenComparingInt(TextMatch::text);

  private final Supplier<TextIndex> index;
  private final Channel letters;
  private final Map<Writing, Channel> sounds = new EnumMap<>(Writing.class);
  private final Reader own;
  private byte[] writings = new byte[64];
  private int size;

  /** A matcher of nothing yet, over indexes that {@code index} makes. */
  public TextMatcher(Supplier<TextIndex> index) {
    this.index = index;
    letters = new Channel(index.get(), false);
    own = new Reader();
  }

  /** Adds a text; answers its number, counted from 0. */
  public int add(TextSketch sketch) {
    if (size == writings.length) {
      writings = Arrays.copyOf(writings, size * 2);
    }
    writings[size] = (byte) sketch.writing().code();
    letters.add(sketch.letters(), size);
    if (sketch.sounds().size() > 0) {
      sounds
          .computeIfAbsent(sketch.writing(), w -> new Channel(index.get(), true))
          .add(sketch.sounds(), size);
    }
    return size++;
  }

  /**
   * The texts that score at least {@code threshold}, best first, then by number; the text itself is
   * among them if it was added.
   */
  public List<TextMatch> query(TextSketch sketch, double threshold) {
    return own.query(sketch, threshold, BEFORE_ALL);
  }

  /** Prepares for queries by several threads what has been added; needed before those only. */
  public void settle() {
    letters.index().settle();
    sounds.values().forEach(channel -> channel.index().settle());
  }

  /** Room to search in, for one thread; several may be used at once while nothing is added. */
  public Reader reader() {
    return new Reader();
  }

  /** How many texts there are. */
  public int size() {
    return size;
  }

  private Writing writing(int text) {
    return Writing.ofCode(writings[text]);
  }

  /** A few frequent words make a good share of two short texts: some fragments must be shared. */
  private static boolean isEnough(Overlap overlap, int asked) {
    var other = overlap.union() + overlap.shared() - asked;
    return overlap.score() * overlap.union()
        >= Math.min(LEAST_SHARED, 0.9 * Math.min(asked, other));
  }

  /** Searches the matcher. */
  public final class Reader {

    private final TextIndex.Reader byLetters = letters.index().reader();
    private final Map<Writing, TextIndex.Reader> bySound = new EnumMap<>(Writing.class);

    private Reader() {}

    /** The texts after {@code text} that score at least {@code threshold} against it. */
    public List<TextMatch> later(int text, double threshold) {
      var writing = writing(text);
      var channel = sounds.get(writing);
      var heard = channel == null ? Fragments.NONE : channel.fragments(text);
      return query(new TextSketch(writing, letters.fragments(text), heard), threshold, text);
    }

    private List<TextMatch> query(TextSketch sketch, double threshold, int after) {
      var best = new HashMap<Integer, TextMatch>();
      collect(letters, byLetters, sketch.letters(), threshold, after, best);
      var heard = sketch.sounds();
      for (var other : sounds.entrySet()) {
        if (sketch.writing().soundsWith(other.getKey())) {
          var channel = other.getValue();
          var reader = bySound.computeIfAbsent(other.getKey(), w -> channel.index().reader());
          collect(channel, reader, heard, Math.max(threshold, LEAST_BY_SOUND), after, best);
        }
      }
      if (best.isEmpty()) {
        return List.of();
      }
      var matches = new ArrayList<>(best.values());
      matches.sort(BEST_FIRST);
      return matches;
    }

    private static void collect(
        Channel channel,
        TextIndex.Reader reader,
        Fragments asked,
        double threshold,
        int after,
        Map<Integer, TextMatch> best) {
      if (asked.size() == 0) {
        return;
      }
      for (var overlap : reader.query(asked, threshold, d -> channel.hasLater(d, after))) {
        if (isEnough(overlap, asked.size())) {
          channel.expand(overlap, after, best);
        }
      }
    }
  }
}
