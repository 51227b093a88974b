package org.vigie.imports.calls;

import java.io.IOException;
import org.vigie.imports.ExportReader;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Kind;
import org.vigie.imports.MessageSink;
import org.vigie.imports.Moment;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.Source;
import org.vigie.imports.sms.CallWords;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;
import org.vigie.imports.tally.WrittenDates;
import org.vigie.imports.text.Csv;
import org.vigie.imports.text.Table;

/**
 * A call log as a table: a heading that names a number, a date and a kind or a duration, then a row
 * a call. What a program calls incoming or missed is kept in its own words when no list knows it.
 */
public final class CallTableReader implements ExportReader {

  private static final Columns COLUMNS = Columns.load();

  @Override
  public String format() {
    return "calls";
  }

  @Override
  public boolean foremost() {
    return false;
  }

  @Override
  public boolean mayAsk() {
    return true;
  }

  @Override
  public boolean recognises(byte[] head) {
    return COLUMNS.fit(Table.heading(head));
  }

  @Override
  public ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    var table = Table.of(source, options.limits().messageBytes());
    var columns = COLUMNS.in(table.heading());
    var dates = new WrittenDates(options.dateOrder());
    try (var in = source.open(0)) {
      var rows = table.rows(in);
      while (rows.next()) {
        var date = columns.date(rows);
        if (!date.isEmpty() && !Table.isCount(date)) {
          dates.observe(date, rows.number());
        }
      }
    }
    var decided = dates.decide();
    var records = new Records(options, sink, false);
    try (var in = source.open(0)) {
      var rows = table.rows(in);
      var reading = new Reading(columns, decided, new Times(options));
      while (rows.next()) {
        row(rows, reading, records);
      }
      records
          .tally()
          .warnIf(
              rows.endedOpen(),
              "the file ends within quotation marks; the last call may be more than one");
      records
          .tally()
          .warnIf(
              columns.type() < 0 && columns.called() < 0,
              "nothing in the table tells who called whom; nobody is named as the caller");
      dates.warn(records.tally());
    }
    return records.finish("calls-csv", source.length(), decided);
  }

  private record Reading(Columns.Places columns, ReadReport.Dates dates, Times times) {

    private Moment when(String date, Item item) {
      return Table.isCount(date)
          ? times.count(Long.parseLong(date), date)
          : WrittenDates.moment(date, dates.order(), times, item);
    }
  }

  private static void row(Csv rows, Reading reading, Records records) throws IOException {
    records.frame(rows.start());
    var columns = reading.columns();
    if (rows.values().stream().allMatch(String::isBlank)) {
      return;
    }
    var item = new Item(rows.start(), rows.number()).is(Kind.CALL);
    item.at(reading.when(columns.date(rows), item));
    var type = rows.value(columns.type());
    var way = COLUMNS.way(type, columns.numbered());
    people(rows, columns, way, item);
    item.flagIf(CallWords.missed(way), Flag.MISSED);
    item.flagIf(way.isEmpty() && type != null, Flag.UNRECOGNISED);
    var words = way.isEmpty() ? type == null ? "call" : type : way;
    item.says(CallWords.say(words, rows.value(columns.duration()), null));
    records.add(item.flagIf(rows.wasCut(), Flag.CUT));
  }

  /** Who called is said only where the table says it: by the way, or by two columns of numbers. */
  private static void people(Csv rows, Columns.Places columns, String way, Item item) {
    var number = rows.value(columns.number());
    var name = rows.value(columns.name());
    var called = rows.value(columns.called());
    if (called != null) {
      item.in(way.equals("outgoing") || number == null ? called : number);
      if (way.isEmpty() && number != null) {
        item.by(number).in(number + " → " + called);
      }
    } else {
      item.in(name == null ? number : number == null ? name : name + " (" + number + ")");
    }
    if (way.equals("outgoing")) {
      item.flag(Flag.OUTGOING);
    } else if (!way.isEmpty()) {
      item.by(number == null ? name : number);
    }
  }
}
