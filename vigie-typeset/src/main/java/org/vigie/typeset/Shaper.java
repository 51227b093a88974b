package org.vigie.typeset;

import com.ibm.icu.text.BreakIterator;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.vigie.typeset.Line.Cluster;
import org.vigie.typeset.Line.Glyph;

/** Turns stretches of characters into placed glyphs; the shaping is HarfBuzz's, inside the JDK. */
final class Shaper {

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  /** What the JDK answers for a character that leaves no trace. */
  private static final int NO_GLYPH = 0xFFFE;

  private final String chars;
  private final char[] array;
  private final double size;

  Shaper(String chars, double size) {
    this.chars = chars;
    this.array = chars.toCharArray();
    this.size = size;
  }

  /**
   * Adds the width of every character of {@code item}, in points, to {@code widths}, which begins
   * at {@code offset}.
   */
  void measure(Items.Item item, double[] widths, int offset) {
    var face = item.face();
    if (face == null) {
      place(item, 0).forEach(c -> widths[c.start() - offset] += c.right() - c.left());
      return;
    }
    var glyphs = glyphs(face, item);
    var scale = scale(face);
    for (var i = 0; i < glyphs.getNumGlyphs(); i++) {
      widths[item.start() - offset + glyphs.getGlyphCharIndex(i)] +=
          scale * (glyphs.getGlyphPosition(i + 1).getX() - glyphs.getGlyphPosition(i).getX());
    }
  }

  /** Places {@code item} with its left edge at {@code x}. */
  List<Cluster> place(Items.Item item, double x) {
    var face = item.face();
    return face == null ? spelled(item, x) : shaped(face, item, x);
  }

  private double scale(Typeface face) {
    return size * face.scale() / face.unitsPerEm();
  }

  private GlyphVector glyphs(Typeface face, Items.Item item) {
    var flags = item.rightToLeft() ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
    return face.shaper().layoutGlyphVector(EXACT, array, item.start(), item.end(), flags);
  }

  private List<Cluster> shaped(Typeface face, Items.Item item, double x) {
    var glyphs = glyphs(face, item);
    var scale = scale(face);
    var words = chars.substring(item.start(), item.end());
    var boundaries = boundaries(face, words);
    var groups = new TreeMap<Integer, List<Integer>>();
    for (var i = 0; i < glyphs.getNumGlyphs(); i++) {
      var at = glyphs.getGlyphCharIndex(i);
      var start = boundaries.isBoundary(at) ? at : boundaries.preceding(at);
      groups.computeIfAbsent(start, s -> new ArrayList<>()).add(i);
    }
    var clusters = new ArrayList<Cluster>();
    for (var group : groups.entrySet()) {
      var after = groups.higherKey(group.getKey());
      // Characters before the first glyph belong to it, so that none is lost.
      var from = clusters.isEmpty() ? 0 : group.getKey();
      var text = Composition.written(words.substring(from, after == null ? words.length() : after));
      clusters.add(cluster(face, item.start() + from, text, glyphs, group.getValue(), x, scale));
    }
    return clusters;
  }

  private Cluster cluster(
      Typeface face,
      int start,
      String text,
      GlyphVector vector,
      List<Integer> indices,
      double x,
      double scale) {
    var placed = new ArrayList<Glyph>();
    for (int i : indices) {
      var id = vector.getGlyphCode(i);
      if (id != 0 && id < NO_GLYPH) {
        var at = vector.getGlyphPosition(i);
        placed.add(
            new Glyph(face, size * face.scale(), id, x + at.getX() * scale, -at.getY() * scale));
      }
    }
    var left = vector.getGlyphPosition(indices.getFirst()).getX();
    var right = vector.getGlyphPosition(indices.getLast() + 1).getX();
    return new Cluster(start, text, placed, x + left * scale, x + right * scale);
  }

  /**
   * Where characters may be told apart in what is extracted. Readers reorder the stacked letters of
   * a Tibetan syllable, so there the syllable is the unit.
   */
  private static BreakIterator boundaries(Typeface face, String words) {
    var boundaries =
        face == Typeface.TIBETAN
            ? BreakIterator.getLineInstance(Locale.ROOT)
            : BreakIterator.getCharacterInstance(Locale.ROOT);
    boundaries.setText(words);
    return boundaries;
  }

  /** Characters no face has are spelled by number, so that the reader knows what is missing. */
  private List<Cluster> spelled(Items.Item item, double x) {
    var clusters = new ArrayList<Cluster>();
    var left = x;
    for (var i = item.start(); i < item.end(); ) {
      var c = chars.codePointAt(i);
      var next = i + Character.charCount(c);
      while (next < item.end() && Items.ignorable(chars.codePointAt(next))) {
        next += Character.charCount(chars.codePointAt(next));
      }
      var label = String.format(Locale.ROOT, "[U+%04X]", c);
      var inner = new Shaper(label, size);
      var placed = inner.place(new Items.Item(0, label.length(), false, Typeface.SANS), left);
      var glyphs = placed.stream().flatMap(p -> p.glyphs().stream()).toList();
      var right = placed.getLast().right();
      clusters.add(
          new Cluster(i, Composition.written(chars.substring(i, next)), glyphs, left, right));
      left = right;
      i = next;
    }
    return clusters;
  }
}
