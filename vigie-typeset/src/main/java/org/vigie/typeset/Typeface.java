package org.vigie.typeset;

import com.ibm.icu.lang.UScript;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts we carry, loaded at first use and kept. */
enum Typeface {
  SANS("NotoSans-Regular", 1.0, 1.07, 0.3),
  SANS_BOLD("NotoSans-Bold", 1.0, 1.07, 0.3),
  NASKH("NotoNaskhArabic-Regular", 1.15, 1.0, 0.55),
  NASKH_BOLD("NotoNaskhArabic-Bold", 1.15, 1.0, 0.55),
  PERSIAN("NotoSansArabic-Regular", 1.1, 1.05, 0.5),
  NASTALIQ("NotoNastaliqUrdu-Regular", 1.1, 1.9, 0.65),
  TIBETAN("NotoSerifTibetan-Regular", 1.15, 0.95, 1.05),
  HAN("DroidSansFallbackFull", 1.0, 1.05, 0.3);

  private final String file;
  private final double scale;
  private final double ascent;
  private final double descent;

  /** A face in memory. */
  private record Loaded(Font font, int unitsPerEm) {}

  private static final Map<Typeface, Loaded> LOADED = new ConcurrentHashMap<>();

  /**
   * A face.
   *
   * @param ascent room a line needs above its base, in ems; chosen by eye, because what the fonts
   *     themselves ask for would set some scripts at twice the distance
   * @param descent room below it
   */
  Typeface(String file, double scale, double ascent, double descent) {
    this.file = file;
    this.scale = scale;
    this.ascent = scale * ascent;
    this.descent = scale * descent;
  }

  /** The face to try first for a letter of {@code script} in a text of {@code language}. */
  static Typeface of(int script, String language, boolean bold) {
    return switch (script) {
      case UScript.ARABIC -> arabic(language, bold);
      case UScript.TIBETAN -> TIBETAN;
      case UScript.HAN, UScript.BOPOMOFO, UScript.HIRAGANA, UScript.KATAKANA, UScript.HANGUL -> HAN;
      default -> bold ? SANS_BOLD : SANS;
    };
  }

  private static Typeface arabic(String language, boolean bold) {
    var primary = language.split("-", 2)[0];
    return switch (primary) {
      case "ur" -> NASTALIQ;
      case "fa" -> bold ? NASKH_BOLD : PERSIAN;
      default -> bold ? NASKH_BOLD : NASKH;
    };
  }

  /** How much larger than Latin it is set to look as large. */
  double scale() {
    return scale;
  }

  boolean shows(int codePoint) {
    return shaper().canDisplay(codePoint);
  }

  /** Room above the base line, in ems of the text around it. */
  double ascent() {
    return ascent;
  }

  /** Room below the base line, in ems of the text around it. */
  double descent() {
    return descent;
  }

  /** The font at a size of one unit per point, so that positions come in font units. */
  Font shaper() {
    return loaded().font();
  }

  /** Units of the font's own grid in an em. */
  int unitsPerEm() {
    return loaded().unitsPerEm();
  }

  private Loaded loaded() {
    return LOADED.computeIfAbsent(this, Typeface::load);
  }

  /** The tables, read anew: what a document takes its subset from. To be closed. */
  TrueTypeFont tables() throws IOException {
    return new TTFParser().parse(new RandomAccessReadBuffer(bytes()));
  }

  byte[] bytes() {
    try (var in = Typeface.class.getResourceAsStream("fonts/" + file + ".ttf")) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Loaded load(Typeface face) {
    Headless.prepare();
    try (var tables = face.tables()) {
      var units = tables.getUnitsPerEm();
      var font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(face.bytes()));
      return new Loaded(font.deriveFont((float) units), units);
    } catch (FontFormatException | IOException e) {
      throw new IllegalStateException("a bundled font does not load", e);
    }
  }
}
