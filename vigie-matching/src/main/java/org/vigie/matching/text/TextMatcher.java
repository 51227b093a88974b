package org.vigie.matching.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Finds texts like a given one, by letters within a script and by sound across scripts: for those
 * every writing has an index of its own, so that a text is compared by sound with other writings
 * only. Texts with the very same fragments are kept once. Not safe for use by several threads,
 * apart from {@link #reader()}.
 */
public final class TextMatcher {

  /** From this score on two texts are one script: above all that unrelated texts ever share. */
  public static final double DEFAULT_THRESHOLD = 0.2;

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

  /** Adds a text that is nobody else's; answers its number, counted from 0. */
  public int add(TextSketch sketch) {
    return add(sketch, Owners.NOBODY);
  }

  /**
   * Adds a text; answers its number, counted from 0.
   *
   * @param owner whose it is, from 0: all that one owner adds makes nothing more frequent than one
   *     text does
   */
  public int add(TextSketch sketch, int owner) {
    if (size == writings.length) {
      writings = Arrays.copyOf(writings, size * 2);
    }
    writings[size] = (byte) sketch.writing().code();
    letters.add(sketch.letters(), size, owner);
    if (sketch.sounds().size() > 0) {
      sounds
          .computeIfAbsent(sketch.writing(), w -> new Channel(index.get(), true))
          .add(sketch.sounds(), size, owner);
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

  /** Which texts need ask for all that have the same fragments. */
  public Firsts firsts() {
    var firsts = new Firsts(size);
    var known = new HashMap<List<Integer>, Integer>();
    for (var text = 0; text < size; text++) {
      var heard = sounds.get(writing(text));
      var read = letters.document(text);
      var sounding = heard == null ? -1 : heard.document(text);
      var number = text;
      var first =
          known.computeIfAbsent(List.of((int) writings[text], read, sounding), fragments -> number);
      firsts.set(text, first);
      if (first == text && read >= 0) {
        firsts.holds(letters, read, text);
      }
      if (first == text && heard != null && sounding >= 0) {
        firsts.holds(heard, sounding, text);
      }
    }
    return firsts;
  }

  /** How many texts there are. */
  public int size() {
    return size;
  }

  private Writing writing(int text) {
    return Writing.ofCode(writings[text]);
  }

  /** Searches the matcher. */
  public final class Reader {

    private final TextIndex.Reader byLetters = letters.index().reader();
    private final Map<Writing, TextIndex.Reader> bySound = new EnumMap<>(Writing.class);

    private int[] expected = {};
    private double expectedAt;

    /** The texts of those that may find something. */
    private final BitSet finding = new BitSet();

    private Reader() {}

    /**
     * Says which texts will be asked for, so that what is like them can be looked for at once.
     * Changes no answer as long as nothing is added.
     *
     * @param texts their numbers, rising
     */
    public void expect(int[] texts, double threshold) {
      expected = texts;
      expectedAt = threshold;
      finding.clear();
      var read = IntStream.of(texts).filter(text -> letters.document(text) >= 0).toArray();
      var reading = new Questions(read.length, who -> letters.fragments(read[who]));
      expect(byLetters, letters.later(read, reading, text -> true), read, threshold);
      var heard = IntStream.of(texts).filter(this::isHeard).toArray();
      var hearing = new Questions(heard.length, who -> sounds(heard[who]));
      sounds.forEach((writing, channel) -> {
        IntPredicate asks = text -> writing(text).soundsWith(writing);
        var reader = bySound(writing, channel);
        var bar = ScriptBar.bySound(threshold);
        expect(reader, channel.later(heard, hearing, asks), heard, bar);
      });
    }

    private void expect(
        TextIndex.Reader reader, TextIndex.Several asked, int[] texts, double threshold) {
      var some = reader.expect(asked, threshold);
      IntStream.range(0, texts.length)
          .filter(who -> asked.asks(who) && (some == null || some.get(who)))
          .forEach(who -> finding.set(texts[who]));
    }

    private boolean isExpected(int text, double threshold) {
      return threshold == expectedAt && Arrays.binarySearch(expected, text) >= 0;
    }

    /** Whether nothing will be found, as is known of most that are expected. */
    private boolean isVain(int text, double threshold) {
      return !finding.get(text) && isExpected(text, threshold);
    }

    private boolean isHeard(int text) {
      var channel = sounds.get(writing(text));
      return channel != null && channel.document(text) >= 0;
    }

    private Fragments sounds(int text) {
      var channel = sounds.get(writing(text));
      return channel == null ? Fragments.NONE : channel.fragments(text);
    }

    /** The texts after {@code text} that score at least {@code threshold} against it. */
    public List<TextMatch> later(int text, double threshold) {
      return isVain(text, threshold) ? List.of() : query(sketch(text), threshold, text);
    }

    /**
     * The first texts of those with the same fragments, of which one after {@code text} scores at
     * least {@code threshold} against it; {@code text} itself if a later one has its fragments.
     */
    public Set<Integer> alike(int text, double threshold, Firsts firsts) {
      var alike = new TreeSet<Integer>();
      each(
          sketch(text),
          threshold,
          text,
          (channel, overlap) -> alike.addAll(firsts.of(channel, overlap.document(), text)));
      return alike;
    }

    private TextSketch sketch(int text) {
      return new TextSketch(writing(text), letters.fragments(text), sounds(text));
    }

    private TextIndex.Reader bySound(Writing writing, Channel channel) {
      return bySound.computeIfAbsent(writing, w -> channel.index().reader());
    }

    private List<TextMatch> query(TextSketch sketch, double threshold, int after) {
      var best = new HashMap<Integer, TextMatch>();
      each(sketch, threshold, after, (channel, overlap) -> channel.expand(overlap, after, best));
      if (best.isEmpty()) {
        return List.of();
      }
      var matches = new ArrayList<>(best.values());
      matches.sort(BEST_FIRST);
      return matches;
    }

    private void each(
        TextSketch sketch, double threshold, int after, BiConsumer<Channel, Overlap> found) {
      var ahead = isExpected(after, threshold);
      var bar = ScriptBar.byLetters(sketch.writing(), threshold);
      collect(letters, byLetters, new Asked(sketch.letters(), bar, after, ahead), found);
      for (var other : sounds.entrySet()) {
        if (sketch.writing().soundsWith(other.getKey())) {
          var channel = other.getValue();
          var reader = bySound(other.getKey(), channel);
          var sounding = ScriptBar.bySound(sketch.writing(), other.getKey(), threshold);
          collect(channel, reader, new Asked(sketch.sounds(), sounding, after, ahead), found);
        }
      }
    }

    private void collect(
        Channel channel, TextIndex.Reader reader, Asked asked, BiConsumer<Channel, Overlap> found) {
      var size = asked.fragments().size();
      if (size == 0) {
        return;
      }
      IntPredicate later = document -> channel.hasLater(document, asked.after());
      var threshold = asked.bar().threshold();
      var overlaps =
          asked.expected()
              ? reader.queryExpected(asked.fragments(), threshold, later)
              : reader.query(asked.fragments(), threshold, later);
      for (var overlap : overlaps) {
        if (asked.bar().isEnough(overlap, size) && !isFormula(channel, reader, asked, overlap)) {
          found.accept(channel, overlap);
        }
      }
    }
  }

  private static boolean isFormula(
      Channel channel, TextIndex.Reader reader, Asked asked, Overlap overlap) {
    return asked.bar().mayBeFormula(overlap)
        && reader.isFormula(
            asked.fragments().common(channel.index().fragments(overlap.document())),
            asked.bar().least());
  }

  /**
   * What is looked for in one channel.
   *
   * @param bar from when on it is found
   * @param after the text whose later ones are wanted
   * @param expected whether it was said before that this will be asked
   */
  private record Asked(Fragments fragments, ScriptBar bar, int after, boolean expected) {}
}
