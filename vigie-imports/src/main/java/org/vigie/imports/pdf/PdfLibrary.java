package org.vigie.imports.pdf;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.vigie.imports.ImportRefused;

/**
 * The way to the library that reads PDF: silent, with one font, its exceptions turned into one
 * refusal. Apart from the reader, because making it ready takes longer than reading a small chat,
 * and every reader is asked whether it knows a file.
 */
final class PdfLibrary {

  /** Kept: who forgets a logger forgets what it was told. What it says may quote the document. */
  private static final List<Logger> SILENT =
      List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

  static {
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
    FontMappers.set(new OneFont());
  }

  private PdfLibrary() {}

  /** The document in {@code bytes}, in memory only; to be closed. */
  static PDDocument open(SourceBytes bytes) throws ImportRefused, IOException {
    var cache = IOUtils.createMemoryOnlyStreamCache();
    return tried(bytes, () -> Loader.loadPDF(bytes, "", cache));
  }

  /** A document of our own making, or one that the cage holds; to be closed. */
  static PDDocument open(byte[] pdf) throws IOException {
    return Loader.loadPDF(pdf);
  }

  /** What the library does; anything it throws but failures to read the source is a refusal. */
  static <T> T tried(SourceBytes bytes, Callable<T> work) throws ImportRefused, IOException {
    try {
      return work.call();
    } catch (InvalidPasswordException locked) {
      throw new ImportRefused("import.pdf-locked");
    } catch (Exception | StackOverflowError broken) {
      bytes.throwFailure();
      throw new ImportRefused("import.pdf-broken");
    }
  }
}
