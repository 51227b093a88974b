package org.vigie.imports.line;

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
import org.vigie.imports.text.Encoding;
import org.vigie.imports.text.Lines;

/**
 * A chat of LINE as text: a line for each day, then {@code time TAB name TAB words}. Where an
 * export has blanks instead of tabs, names cannot be told from words and none is given.
 */
public final class LineReader implements ExportReader {

  private static final int HEAD = 400;

  @Override
  public String format() {
    return "line";
  }

  @Override
  public boolean mayAsk() {
    return true;
  }

  @Override
  public boolean recognises(byte[] head) {
    var text = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.UTF_8);
    return text.replaceFirst("^\uFEFF?\\s{0,4}", "").startsWith("[LINE]")
        || text.replace("\0", "").replaceFirst("^[^\\[]{0,4}", "").startsWith("[LINE]");
  }

  @Override
  public ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    byte[] head;
    try (var in = source.open(0)) {
      head = in.readNBytes(HEAD);
    }
    var encoding = Encoding.of(head);
    var longest = options.limits().messageBytes();
    var tabs = false;
    var days = new LineDays(options.dateOrder());
    try (var in = source.open(0)) {
      var lines = new Lines(in, encoding, source.length(), longest);
      while (lines.next()) {
        var line = lines.text();
        days.observe(line, lines.number());
        var begun = LineHead.of(line);
        tabs |= begun != null && begun.tabbed();
      }
    }
    days.end();
    var dates = days.decide();
    var records = new Records(options, sink, true);
    try (var in = source.open(0)) {
      var lines = new Lines(in, encoding, source.length(), longest);
      new LineChat(lines, records, days, dates.order(), new Times(options), longest).read(tabs);
    }
    return records.finish("line", source.length(), dates);
  }
}
