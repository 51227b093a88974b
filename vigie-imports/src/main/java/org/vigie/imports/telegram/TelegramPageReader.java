package org.vigie.imports.telegram;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.Source;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;
import org.vigie.imports.xml.XmlDocument;
import org.vigie.imports.xml.XmlPull;

/**
 * {@code messages.html} of Telegram Desktop and the pages after it. Says less than the JSON: where
 * there is a choice, that is better.
 */
public final class TelegramPageReader implements ExportReader {

  @Override
  public String format() {
    return "telegram";
  }

  @Override
  public boolean recognises(byte[] head) {
    var text = new String(head, StandardCharsets.ISO_8859_1);
    return text.contains("class=\"page_wrap\"")
        && (text.contains("class=\"history\"") || text.contains("class=\"message "));
  }

  @Override
  public ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    var records = new Records(options, sink, true);
    var longest = options.limits().messageBytes();
    try (var in = source.open(0)) {
      var pull = XmlPull.page(in, longest);
      var page = new TelegramPage(pull, records, new Times(options));
      XmlDocument.run(pull, records, source, page::read);
    }
    return records.finish("telegram-html", source.length(), Times.CERTAIN);
  }
}
