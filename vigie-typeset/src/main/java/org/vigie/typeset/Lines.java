package org.vigie.typeset;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.vigie.typeset.Line.Cluster;

/** Breaks a text into lines of a width: UAX #9 for directions, UAX #14 for breaks. */
final class Lines {

  /**
   * A text broken into lines.
   *
   * @param composition its characters
   * @param lines top to bottom
   * @param rightToLeft whether lines begin at the right; that of the first paragraph
   */
  record Broken(Composition composition, List<Line> lines, boolean rightToLeft) {
    double height() {
      return lines.stream().mapToDouble(Line::height).sum();
    }

    double width() {
      return lines.stream().mapToDouble(Line::width).max().orElse(0);
    }
  }

  private final Composition composition;
  private final String chars;
  private final Shaper shaper;
  private final double size;
  private final boolean bold;
  private final double most;
  private final List<Line> lines = new ArrayList<>();

  /** Width of all characters of the paragraph before each position. */
  private final double[] edge;

  private Lines(Text text, double size, boolean bold, double most) {
    this.composition = new Composition(text);
    this.chars = composition.chars();
    this.shaper = new Shaper(chars, size);
    this.size = size;
    this.bold = bold;
    this.most = most;
    this.edge = new double[chars.length() + 1];
  }

  /**
   * Breaks {@code text}.
   *
   * @param size of Latin letters, in points
   * @param bold whether all of it is bold
   * @param width of a line, in points
   */
  static Broken breakInto(Text text, double size, boolean bold, double width) {
    var work = new Lines(text, size, bold, width);
    var rightToLeft = work.paragraphs();
    return new Broken(work.composition, List.copyOf(work.lines), rightToLeft);
  }

  private boolean paragraphs() {
    var rightToLeft = composition.text().direction() == Direction.RTL;
    for (var start = 0; start <= chars.length(); ) {
      var feed = chars.indexOf('\n', start);
      var end = feed < 0 ? chars.length() : feed;
      if (end == start) {
        lines.add(empty());
      } else {
        var paragraph = new Bidi();
        paragraph.setPara(chars.substring(start, end), level(), null);
        if (start == 0) {
          rightToLeft = (paragraph.getParaLevel() & 1) == 1;
        }
        paragraph(paragraph, start);
      }
      start = end + 1;
    }
    return rightToLeft;
  }

  private Line empty() {
    var face = Typeface.SANS;
    return new Line(List.of(), 0, 0, face.ascent() * size, face.descent() * size);
  }

  private byte level() {
    return switch (composition.text().direction()) {
      case LTR -> Bidi.LTR;
      case RTL -> Bidi.RTL;
      case AUTO -> Bidi.LEVEL_DEFAULT_LTR;
    };
  }

  private void paragraph(Bidi paragraph, int offset) {
    var items = Items.of(composition, paragraph, offset, bold);
    var end = offset + paragraph.getLength();
    var widths = new double[paragraph.getLength()];
    items.forEach(item -> shaper.measure(item, widths, offset));
    for (var i = offset; i < end; i++) {
      edge[i + 1] = edge[i] + widths[i - offset];
    }
    var candidates = candidates(offset, end);
    for (var start = offset; start < end; ) {
      var stop = stop(start, candidates, most);
      var line = line(paragraph, items, offset, start, stop);
      // Letters change their form where a word is broken, and may grow by it.
      for (var less = most; line.width() > most && less > 0; ) {
        less -= Math.max(line.width() - most, size / 4);
        stop = stop(start, candidates, less);
        line = line(paragraph, items, offset, start, stop);
      }
      lines.add(line);
      start = stop;
    }
  }

  /** Where a line that begins at {@code start} ends, if it may be {@code width} wide. */
  private int stop(int start, List<Integer> candidates, double width) {
    var first = Collections.binarySearch(candidates, start + 1);
    var fits = -1;
    for (var i = first < 0 ? -first - 1 : first; i < candidates.size(); i++) {
      int candidate = candidates.get(i);
      if (edge[seen(start, candidate)] - edge[start] > width) {
        return fits > start ? fits : forced(start, candidate, width);
      }
      fits = candidate;
    }
    return fits;
  }

  private List<Integer> candidates(int offset, int end) {
    var kept =
        composition.together().stream()
            .filter(r -> edge[r.end()] - edge[r.start()] <= most)
            .toList();
    var iterator =
        BreakIterator.getLineInstance(ULocale.forLanguageTag(composition.text().language()));
    iterator.setText(chars.substring(offset, end));
    var found = new ArrayList<Integer>();
    for (var at = iterator.next(); at != BreakIterator.DONE; at = iterator.next()) {
      var position = offset + at;
      if (kept.stream().noneMatch(r -> r.start() < position && position < r.end())) {
        found.add(position);
      }
    }
    return found;
  }

  /** Where to break what has no place to break: after the last character that fits. */
  private int forced(int start, int end, double width) {
    var characters = BreakIterator.getCharacterInstance();
    characters.setText(chars.substring(start, end));
    var best = start + characters.next();
    for (var at = characters.next(); at != BreakIterator.DONE; at = characters.next()) {
      if (edge[start + at] - edge[start] > width) {
        break;
      }
      best = start + at;
    }
    return best;
  }

  /** The end of what is seen: closing spaces and controls hang out. */
  private int seen(int start, int end) {
    var at = end;
    while (at > start && unseen(chars.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean unseen(char c) {
    return c == ' ' || c == '\u3000' || Composition.steers(c);
  }

  private Line line(Bidi paragraph, List<Items.Item> items, int offset, int start, int end) {
    var visual = paragraph.setLine(start - offset, end - offset);
    var clusters = new ArrayList<Cluster>();
    var x = 0.0;
    for (var i = 0; i < visual.countRuns(); i++) {
      var run = visual.getVisualRun(i);
      var from = start + run.getStart();
      var to = start + run.getLimit();
      var here =
          items.stream()
              .filter(item -> item.start() < to && item.end() > from)
              .map(item -> item.within(from, to))
              .map(item -> directed(item, run.isOddRun()))
              .toList();
      for (var item : run.isOddRun() ? here.reversed() : here) {
        var placed = shaper.place(item, x);
        clusters.addAll(placed);
        x = placed.stream().mapToDouble(Cluster::right).max().orElse(x);
      }
    }
    clusters.sort(Comparator.comparingInt(Cluster::start));
    return measured(clusters, (paragraph.getParaLevel() & 1) == 1, seen(start, end), x);
  }

  /** Closing spaces take the paragraph's direction (UAX #9, L1), whatever they had. */
  private static Items.Item directed(Items.Item item, boolean rightToLeft) {
    return new Items.Item(item.start(), item.end(), rightToLeft, item.face());
  }

  private Line measured(List<Cluster> clusters, boolean rightToLeft, int seen, double total) {
    var hanging =
        clusters.stream()
            .filter(c -> c.start() >= seen)
            .mapToDouble(c -> c.right() - c.left())
            .sum();
    var ascent = Typeface.SANS.ascent();
    var descent = Typeface.SANS.descent();
    for (var cluster : clusters) {
      for (var glyph : cluster.glyphs()) {
        ascent = Math.max(ascent, glyph.face().ascent());
        descent = Math.max(descent, glyph.face().descent());
      }
    }
    var lead = rightToLeft ? hanging : 0;
    return new Line(clusters, lead, total - hanging, ascent * size, descent * size);
  }
}
