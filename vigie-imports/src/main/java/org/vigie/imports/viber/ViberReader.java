package org.vigie.imports.viber;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.vigie.imports.ExportReader;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.Source;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;
import org.vigie.imports.tally.WrittenDates;
import org.vigie.imports.text.Csv;
import org.vigie.imports.text.Encoding;
import org.vigie.imports.text.Lines;

/**
 * A chat of Viber as the application mails it: a table without a heading, of date, time, name,
 * number and words. The time is that of the phone, whose zone is not said.
 */
public final class ViberReader implements ExportReader {

  private static final int HEAD = 64 * 1024;
  private static final int LONGEST_LINE = 4000;
  private static final int COLUMNS = 5;
  private static final Pattern DATE =
      Pattern.compile("\\[? ?\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}\\.? ?\\]?");
  private static final Pattern TIME =
      Pattern.compile("\\[? ?\\d{1,2}:\\d{2}(:\\d{2})?([ \u00A0\u202F]?[AaPp]\\.?[Mm]\\.?)? ?\\]?");

  /** A row that went into the words of the one before it, because of a quotation mark there. */
  private static final Pattern ROW_WITHIN =
      Pattern.compile(
          "\n\\[? ?\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}\\.? ?\\]?[,;\t]"
              + "\\[? ?\\d{1,2}:\\d{2}[^\n]*[,;\t]");

  private static final Pattern NUMBER = Pattern.compile("[+\\d ()-]*");

  /** How one file is written. */
  private record Layout(Encoding encoding, char separator) {}

  @Override
  public String format() {
    return "viber";
  }

  @Override
  public boolean mayAsk() {
    return true;
  }

  @Override
  public boolean recognises(byte[] head) {
    try {
      var rows = rows(new ByteArrayInputStream(head), layout(head), head.length, LONGEST_LINE);
      return rows.next() && fits(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean fits(Csv row) {
    var values = row.values();
    return values.size() >= COLUMNS
        && DATE.matcher(values.get(0).strip()).matches()
        && TIME.matcher(values.get(1).strip()).matches()
        && NUMBER.matcher(values.get(3).strip()).matches();
  }

  private static Layout layout(byte[] head) throws IOException {
    var encoding = Encoding.of(head);
    var lines = new Lines(new ByteArrayInputStream(head), encoding, head.length, LONGEST_LINE);
    return new Layout(encoding, lines.next() ? Csv.separator(lines.text()) : ',');
  }

  private static Csv rows(InputStream in, Layout layout, long length, int longest) {
    return new Csv(in, layout.encoding(), length, layout.separator(), longest);
  }

  @Override
  public ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    byte[] head;
    try (var in = source.open(0)) {
      head = in.readNBytes(HEAD);
    }
    var layout = layout(head);
    var longest = options.limits().messageBytes();
    var dates = new WrittenDates(options.dateOrder());
    try (var in = source.open(0)) {
      var rows = rows(in, layout, source.length(), longest);
      while (rows.next()) {
        if (fits(rows)) {
          dates.observe(written(rows), rows.number());
        }
      }
    }
    var decided = dates.decide();
    var records = new Records(options, sink, true);
    var times = new Times(options);
    try (var in = source.open(0)) {
      var rows = rows(in, layout, source.length(), longest);
      while (rows.next()) {
        row(rows, decided, times, layout.separator(), records);
      }
      records.tally().warnIf(rows.endedOpen(), "the file ends within quotation marks");
    }
    return records.finish("viber-csv", source.length(), decided);
  }

  private static String written(Csv row) {
    return row.value(0) + " " + row.value(1);
  }

  private static void row(
      Csv row, ReadReport.Dates dates, Times times, char separator, Records records)
      throws IOException {
    if (row.values().stream().allMatch(String::isBlank)) {
      return;
    }
    records.frame(row.start());
    if (!fits(row)) {
      records.block(row.start(), row.end(), row.number(), "a row without date, time and words");
      return;
    }
    var item = new Item(row.start(), row.number());
    var written = written(row);
    item.at(WrittenDates.moment(written, dates.order(), times, item));
    var name = row.value(2);
    item.by(name == null ? row.value(3) : name);
    // Commas in words are not always within quotation marks.
    var words = row.values().subList(COLUMNS - 1, row.values().size());
    var said = String.join(String.valueOf(separator), words);
    var within = ROW_WITHIN.matcher(said).find();
    item.says(said).flagIf(within, Flag.HEADER_LIKE_LINE);
    records
        .tally()
        .warnIf(
            within,
            "line " + row.number() + ": what looks like the next message is within this one");
    records.add(item.flagIf(row.wasCut(), Flag.CUT).flagIf("Me".equals(name), Flag.OUTGOING));
  }
}
