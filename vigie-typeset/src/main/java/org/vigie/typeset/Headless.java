package org.vigie.typeset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes Java2D work on a machine without screen, fonts or fontconfig. On such a machine the JDK
 * fails with "Fontconfig head is null" as soon as a font is made; a configuration of its own, which
 * names one of our fonts, is the way round.
 */
public final class Headless {

  private static final String CONFIGURATION = "sun.awt.fontconfig";
  private static boolean done;

  private Headless() {}

  /**
   * Call before the first use of AWT; later calls do nothing. Leaves a setting the operator made
   * alone.
   */
  public static synchronized void prepare() {
    if (done) {
      return;
    }
    System.setProperty("java.awt.headless", "true");
    if (System.getProperty(CONFIGURATION) == null) {
      System.setProperty(CONFIGURATION, configuration().toString());
    }
    done = true;
  }

  private static Path configuration() {
    try {
      var folder = Files.createTempDirectory("vigie-fonts");
      var font = folder.resolve("font.ttf");
      var file = folder.resolve("fontconfig.properties");
      Files.write(font, Typeface.SANS.bytes());
      Files.writeString(file, properties(font), StandardCharsets.ISO_8859_1);
      // Files are deleted in the reverse order of these calls.
      folder.toFile().deleteOnExit();
      font.toFile().deleteOnExit();
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
