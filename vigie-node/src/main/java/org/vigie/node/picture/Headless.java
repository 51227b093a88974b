package org.vigie.node.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes Java2D work without screen and fontconfig: the JDK fails as soon as a font is made where
 * there is none, unless a configuration names a font.
 */
final class Headless {

  private static final String CONFIGURATION = "sun.awt.fontconfig";

  private Headless() {}

  /** Call before the first use of AWT; later calls do nothing. */
  static synchronized void prepare() {
    System.setProperty("java.awt.headless", "true");
    if (System.getProperty(CONFIGURATION) == null) {
      System.setProperty(CONFIGURATION, configuration().toString());
    }
  }

  private static Path configuration() {
    try (var font = Headless.class.getResourceAsStream(PictureFonts.SANS.resource())) {
      var folder = Files.createTempDirectory("vigie-fonts");
      var copy = folder.resolve("font.ttf");
      var file = folder.resolve("fontconfig.properties");
      if (font != null) {
        Files.copy(font, copy);
      }
      Files.writeString(file, properties(copy), StandardCharsets.ISO_8859_1);
      folder.toFile().deleteOnExit();
      copy.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String properties(Path font) {
    var lines = new StringBuilder("version=1\n");
    for (var family : new String[] {"dialog", "dialoginput", "sansserif", "serif", "monospaced"}) {
      for (var style : new String[] {"plain", "bold", "italic", "bolditalic"}) {
        lines.append(family).append('.').append(style).append(".latin-1=Noto Sans\n");
      }
    }
    return lines + "sequence.allfonts=latin-1\nfilename.Noto_Sans=" + font + "\n";
  }
}
