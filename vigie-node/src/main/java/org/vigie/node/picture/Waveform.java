package org.vigie.node.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.kernel.Language;

/**
 * How loud a recording is over its time.
 *
 * @param levels from 0 for silence to 255, evenly over the whole; never empty
 * @param millis how long it is
 * @param language the language of the words and the direction of reading
 */
public record Waveform(List<Integer> levels, long millis, Language language) {

  private static final Pattern LEVELS = Pattern.compile("([0-9a-f]{2}){1,1000}");
  private static final Pattern MILLIS = Pattern.compile("[0-9]{1,12}");
  private static final int FAINTEST = 3;

  /** Copies the levels. */
  public Waveform {
    levels = List.copyOf(levels);
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("a recording without a level");
    }
  }

  /** A part of a recording that is silent, or that is not. */
  public record Span(long from, long to, boolean silent) {}

  /** Reads levels of two hexadecimal digits each; empty if they are none. */
  public static Optional<Waveform> parse(String levels, String millis, Language language) {
    if (!LEVELS.matcher(levels).matches() || !MILLIS.matcher(millis).matches()) {
      return Optional.empty();
    }
    var read = new ArrayList<Integer>();
    for (var i = 0; i < levels.length(); i += 2) {
      read.add(Integer.parseInt(levels.substring(i, i + 2), 16));
    }
    return Optional.of(new Waveform(read, Long.parseLong(millis), language));
  }

  /** The loudest level. */
  public int loudest() {
    return levels.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** When it is loudest for the first time, in milliseconds. */
  public long peak() {
    return at(levels.indexOf(loudest()));
  }

  /** Silence is what has no more than a sixteenth of the loudest. */
  private boolean silent(int level) {
    return level <= Math.max(FAINTEST, loudest() / 16);
  }

  private long at(int step) {
    return millis * step / levels.size();
  }

  /**
   * The recording from beginning to end in parts; silences shorter than a second and than a
   * fortieth of the whole are no parts of their own.
   */
  public List<Span> spans() {
    var shortest = Math.max(1000, millis / 40);
    var spans = new ArrayList<Span>();
    for (var i = 0; i < levels.size(); ) {
      var end = i + 1;
      while (end < levels.size() && silent(levels.get(end)) == silent(levels.get(i))) {
        end++;
      }
      add(spans, new Span(at(i), at(end), silent(levels.get(i))), shortest);
      i = end;
    }
    return List.copyOf(spans);
  }

  private static void add(List<Span> spans, Span next, long shortest) {
    var silent = next.silent() && next.to() - next.from() >= shortest;
    if (!spans.isEmpty() && spans.getLast().silent() == silent) {
      var last = spans.removeLast();
      spans.add(new Span(last.from(), next.to(), silent));
    } else {
      spans.add(new Span(next.from(), next.to(), silent));
    }
  }
}
