package org.vigie.typeset;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operators of one page (ISO 32000-1, annex A), as text. */
final class Ink {

  /** Colours, as operands of {@code rg}. */
  enum Colour {
    TEXT("0.114 0.169 0.2"),
    HEADING("0.122 0.306 0.373"),
    MUTED("0.357 0.4 0.439"),
    LINK("0.075 0.318 0.549"),
    LINE("0.7 0.73 0.75"),
    TINT("0.933 0.953 0.961"),
    WARNING("0.62 0.3 0.1"),
    WARNING_TINT("0.992 0.957 0.925"),
    QUOTE("0.45 0.5 0.53");

    private final String operands;

    Colour(String operands) {
      this.operands = operands;
    }
  }

  private final StringBuilder operators = new StringBuilder();
  private final EmbeddedFaces faces;

  // State of the text object: what the reader's pen knows, so that only changes are written.
  private @Nullable Typeface face;
  private double size;
  private double penX;
  private double penY = Double.NaN;
  private boolean inArray;

  Ink(EmbeddedFaces faces) {
    this.faces = faces;
  }

  byte[] bytes() {
    return operators.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Begins content that belongs to the structure. */
  void beginMarked(String tag, int id) {
    operators.append('/').append(tag).append(" <</MCID ").append(id).append(">> BDC\n");
  }

  /** Begins content that is only there for the eye. */
  void beginArtifact() {
    operators.append("/Artifact BMC\n");
  }

  /** Begins a head or foot line. */
  void beginPagination(String subtype) {
    operators.append("/Artifact <</Type /Pagination /Subtype /").append(subtype).append(">> BDC\n");
  }

  /** Ends what was begun last. */
  void end() {
    operators.append("EMC\n");
  }

  void fill(Colour colour, double x, double y, double width, double height) {
    operators.append(colour.operands).append(" rg ");
    numbers(x, y, width, height).append("re f\n");
  }

  void rule(Colour colour, double x1, double y1, double x2, double y2) {
    operators.append(colour.operands).append(" RG 0.5 w ");
    numbers(x1, y1).append("m ");
    numbers(x2, y2).append("l S\n");
  }

  void image(String resource, double x, double y, double width, double height) {
    operators.append("q ");
    numbers(width, 0, 0, height, x, y).append("cm /").append(resource).append(" Do Q\n");
  }

  void beginText(Colour colour) {
    operators.append("BT ").append(colour.operands).append(" rg\n");
    face = null;
    penY = Double.NaN;
  }

  void endText() {
    flush();
    operators.append("ET\n");
  }

  /** Draws a cluster of a line whose origin is at {@code x}, {@code y}. */
  void cluster(Line.Cluster cluster, double x, double y) {
    var several = cluster.glyphs().size() > 1;
    if (several) {
      flush();
      operators.append("/Span <</ActualText <FEFF").append(hex(cluster.text())).append(">>> BDC\n");
    }
    var text = cluster.text();
    for (var glyph : cluster.glyphs()) {
      glyph(glyph, text, x + glyph.x(), y + glyph.rise());
      // For readers that ignore ActualText: the first glyph stands for all, the rest for nothing.
      text = "\u200B";
    }
    if (several) {
      flush();
      operators.append("EMC\n");
    }
  }

  private void glyph(Line.Glyph glyph, String text, double x, double y) {
    var embedded = faces.of(glyph.face());
    if (glyph.face() != face || glyph.size() != size) {
      flush();
      face = glyph.face();
      size = glyph.size();
      operators.append('/').append(embedded.resource()).append(' ');
      numbers(size).append("Tf\n");
      penY = Double.NaN;
    }
    if (!(Math.abs(y - penY) < 0.005)) {
      flush();
      operators.append("1 0 0 1 ");
      numbers(x, y).append("Tm\n");
      penX = x;
      penY = y;
    }
    if (!inArray) {
      operators.append('[');
      inArray = true;
    }
    var back = Math.rint((penX - x) * 10_000 / size) / 10;
    if (back != 0) {
      numbers(back);
      penX -= back * size / 1000;
    }
    operators.append(String.format(Locale.ROOT, "<%04X>", embedded.code(glyph.id(), text)));
    penX += embedded.width(glyph.id()) * size / 1000;
  }

  private void flush() {
    if (inArray) {
      operators.append("]TJ\n");
      inArray = false;
    }
  }

  private StringBuilder numbers(double... values) {
    for (var value : values) {
      var text = String.format(Locale.ROOT, "%.3f", value);
      operators.append(text.replaceFirst("\\.?0+$", "")).append(' ');
    }
    return operators;
  }

  static String hex(String text) {
    var out = new StringBuilder(4 * text.length());
    text.chars().forEach(c -> out.append(String.format(Locale.ROOT, "%04X", c)));
    return out.toString();
  }
}
