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
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.Source;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;

/**
 * PDF, a message a page. The bytes of a page lie anywhere in such a file: the range of the first
 * page is the whole file, those of the others are empty. Runs a library over bytes that anybody can
 * have made: whatever it throws is a refusal, and it belongs in the cage.
 */
public final class PdfReader implements ExportReader {

  /** Kept: who forgets a logger forgets what it was told. What it says may quote the document. */
  private static final List<Logger> SILENT =
      List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

  static {
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
    FontMappers.set(new OneFont());
  }

  /** Makes the library silent and gives it one font; for whoever uses it without a reader. */
  static void prepare() {
    // The work is done when this class is initialised.
  }

  @Override
  public String format() {
    return "pdf";
  }

  @Override
  public boolean foremost() {
    return false;
  }

  @Override
  public boolean recognises(byte[] head) {
    return head.length > 8
        && head[0] == '%'
        && head[1] == 'P'
        && head[2] == 'D'
        && head[3] == 'F'
        && head[4] == '-';
  }

  @Override
  public ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    var records = new Records(options, sink, false);
    try (var bytes = new SourceBytes(source);
        var document = open(bytes)) {
      new Pages(document, bytes, records, options.limits().messageBytes()).read();
    }
    return records.finish("pdf", source.length(), Times.CERTAIN);
  }

  static PDDocument open(SourceBytes bytes) throws ImportRefused, IOException {
    var cache = IOUtils.createMemoryOnlyStreamCache();
    return tried(bytes, () -> Loader.loadPDF(bytes, "", cache));
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
