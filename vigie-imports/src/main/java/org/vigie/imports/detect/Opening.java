package org.vigie.imports.detect;

import java.io.IOException;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;
import org.vigie.imports.archive.ArchiveLimit;
import org.vigie.imports.archive.Budget;
import org.vigie.imports.archive.Container;
import org.vigie.imports.tar.GzipFile;
import org.vigie.imports.tar.TarFile;
import org.vigie.imports.zip.Archive;

/** Opens a document as the archive that it is, for as long as something is done with it. */
final class Opening {

  private static final ImportLimits LIMITS = ImportLimits.USUAL;

  private Opening() {}

  /** What is done with it while it is open. */
  @FunctionalInterface
  interface Use {
    void of(Container archive) throws ImportRefused, IOException;
  }

  /**
   * Opens an archive; what compresses it as a whole is opened too.
   *
   * @return false if {@code source} is none
   * @throws ImportRefused as {@link Exports#read} for archives
   * @throws IOException if bytes cannot be had
   */
  static boolean archive(Source source, Use use) throws ImportRefused, IOException {
    var head = head(source);
    var budget = new Budget(LIMITS.outOf(source.length()));
    try {
      if (Archive.recognises(head)) {
        use.of(Archive.open(source, LIMITS, budget));
      } else if (TarFile.recognises(head)) {
        use.of(TarFile.open(source, LIMITS));
      } else if (GzipFile.recognises(head)) {
        compressed(source, budget, use);
      } else {
        return false;
      }
      return true;
    } catch (ArchiveLimit limit) {
      throw limit.refusal();
    }
  }

  /** A tar file compressed as a whole, or a single file. */
  private static void compressed(Source source, Budget budget, Use use)
      throws ImportRefused, IOException {
    try (var file = GzipFile.open(source, LIMITS, budget)) {
      var tar = TarFile.recognises(head(file.content()));
      use.of(tar ? TarFile.open(file.content(), LIMITS) : file);
    }
  }

  /** As many bytes as readers look at. */
  static byte[] head(Source source) throws IOException {
    try (var in = source.open(0)) {
      return in.readNBytes(Exports.HEAD);
    }
  }
}
