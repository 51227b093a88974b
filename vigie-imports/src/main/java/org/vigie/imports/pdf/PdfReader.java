package org.vigie.imports.pdf;

import java.io.IOException;
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
        var document = PdfLibrary.open(bytes)) {
      new Pages(document, bytes, records, options.limits().messageBytes()).read();
    }
    return records.finish("pdf", source.length(), Times.CERTAIN);
  }
}
