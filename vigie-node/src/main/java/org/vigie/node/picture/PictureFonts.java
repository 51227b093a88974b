package org.vigie.node.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.kernel.Language;
import org.vigie.typeset.Headless;

/** The bundled fonts, loaded at first use and kept. The same faces as in a dossier. */
enum PictureFonts {
  SANS("NotoSans-Regular"),
  SANS_BOLD("NotoSans-Bold"),
  NASKH("NotoNaskhArabic-Regular"),
  NASKH_BOLD("NotoNaskhArabic-Bold"),
  NASTALIQ("NotoNastaliqUrdu-Regular"),
  TIBETAN("NotoSerifTibetan-Regular"),
  HAN("DroidSansFallbackFull");

  private static final ConcurrentHashMap<PictureFonts, Font> LOADED = new ConcurrentHashMap<>();
  private static final String FOLDER = "/org/vigie/typeset/fonts/";

  private final String file;

  PictureFonts(String file) {
    this.file = file;
  }

  /** The faces to try in order for a text of this language. */
  static List<PictureFonts> order(Language language, boolean bold) {
    var sans = bold ? SANS_BOLD : SANS;
    var arabic = language == Language.UR ? NASTALIQ : bold ? NASKH_BOLD : NASKH;
    return List.of(sans, arabic, TIBETAN, HAN);
  }

  /** The face at a size of one. */
  Font font() {
    return LOADED.computeIfAbsent(this, PictureFonts::load);
  }

  private Font load() {
    Headless.prepare();
    try (var in = PictureFonts.class.getResourceAsStream(FOLDER + file + ".ttf")) {
      return Font.createFont(
          Font.TRUETYPE_FONT, Objects.requireNonNull(in, "a bundled font is missing"));
    } catch (FontFormatException e) {
      throw new IllegalStateException("a bundled font does not load", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
