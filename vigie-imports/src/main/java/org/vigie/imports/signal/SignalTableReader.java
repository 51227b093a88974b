package org.vigie.imports.signal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.ExportReader;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Kind;
import org.vigie.imports.MessageSink;
import org.vigie.imports.Moment;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.Source;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;
import org.vigie.imports.text.Csv;
import org.vigie.imports.text.Table;

/**
 * Tables of messages that programs make of Signal's database: of its phone backup (signal-back,
 * signalbackup-tools) with the names of the columns there and numbers for people, or of the desktop
 * with its own. A row is a message; a column that tells nothing we know is left where it is.
 */
public final class SignalTableReader implements ExportReader {

  private static final List<String> TEXT = List.of("body", "message_body", "text");
  private static final List<String> SENT =
      List.of("sent_at", "date_sent", "timestamp", "date", "date_received");
  private static final List<String> SENDER =
      List.of(
          "sender", "source", "address", "from_recipient_id", "recipient_id", "sourceserviceid");
  private static final List<String> CHAT =
      List.of("conversation", "conversationid", "chat", "thread_name", "thread_id");
  private static final List<String> TYPE = List.of("type", "msg_box", "direction");
  private static final List<String> NUMBERED = List.of("type", "msg_box");
  private static final List<String> FILES = List.of("attachments", "attachment", "media");

  @Override
  public String format() {
    return "signal";
  }

  @Override
  public boolean recognises(byte[] head) {
    var heading = Table.heading(head);
    var signals =
        List.of("thread_id", "conversationid", "from_recipient_id", "sourceserviceid", "sender");
    return column(heading, TEXT) >= 0
        && column(heading, SENT) >= 0
        && signals.stream().anyMatch(heading::contains);
  }

  private static int column(List<String> heading, List<String> names) {
    for (var name : names) {
      if (heading.contains(name)) {
        return heading.indexOf(name);
      }
    }
    return -1;
  }

  @Override
  public ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    var table = Table.of(source, options.limits().messageBytes());
    var records = new Records(options, sink, false);
    try (var in = source.open(0)) {
      var rows = table.rows(in);
      var reading = new Rows(table.heading(), new Times(options));
      while (rows.next()) {
        records.frame(rows.start());
        if (!rows.values().stream().allMatch(String::isBlank)) {
          records.add(reading.item(rows));
        }
      }
      records
          .tally()
          .warnIf(
              rows.endedOpen(),
              "the file ends within quotation marks; the last message may be more than one");
      reading.warn(records);
    }
    return records.finish("signal-csv", source.length(), Times.CERTAIN);
  }

  /** The columns of one table. */
  private static final class Rows {
    private final List<String> heading;
    private final Times times;
    private boolean peopleAreNumbers;

    private Rows(List<String> heading, Times times) {
      this.heading = heading;
      this.times = times;
    }

    private @Nullable String value(Csv row, List<String> names) {
      for (var name : names) {
        var value = row.value(heading.indexOf(name));
        if (value != null && !value.equalsIgnoreCase("null")) {
          return value;
        }
      }
      return null;
    }

    private Item item(Csv row) {
      var item = new Item(row.start(), row.number()).at(when(value(row, SENT)));
      var text = column(heading, TEXT);
      var written = text >= row.values().size() ? "" : row.values().get(text);
      var words = written.equalsIgnoreCase("null") ? "" : written;
      item.says(words);
      item.in(value(row, CHAT));
      switch (type(row, item)) {
        case SignalType.Sent sent -> item.flag(Flag.OUTGOING).flagIf(!sent.left(), Flag.UNSENT);
        case SignalType.Call call -> call(item, call);
        case SignalType.Other other when !other.word().isEmpty() -> other(item, other, words, row);
        case SignalType.Received _, SignalType.Other _ -> {}
      }
      if (!item.isSystem() && !item.has(Flag.OUTGOING)) {
        var sender = value(row, SENDER);
        item.by(sender);
        peopleAreNumbers |= sender != null && sender.length() < 7 && isNumber(sender);
        item.flagIf("me".equalsIgnoreCase(sender), Flag.OUTGOING);
      }
      item.flagIf("1".equals(value(row, List.of("view_once", "isviewonce"))), Flag.VIEW_ONCE);
      if ("1".equals(value(row, List.of("remote_deleted", "deletedforeveryone")))) {
        item.is(Kind.DELETED);
      }
      files(row, item);
      return item.flagIf(row.wasCut(), Flag.CUT);
    }

    /** Only Signal's own columns hold Signal's numbers: 1 in another says nothing. */
    private SignalType type(Csv row, Item item) {
      var value = value(row, TYPE);
      if (value != null && isNumber(value) && value(row, NUMBERED) == null) {
        item.flag(Flag.UNRECOGNISED);
        return SignalType.of(null);
      }
      return SignalType.of(value);
    }

    /** Words that somebody is named for are theirs, whatever a program calls them. */
    private void other(Item item, SignalType.Other other, String words, Csv row) {
      if (isNumber(other.word()) || words.isBlank() || value(row, SENDER) == null) {
        item.is(Kind.SYSTEM).also(words.isBlank() ? "type=" + other.word() : "");
      } else {
        item.flag(Flag.UNRECOGNISED);
      }
    }

    private static void call(Item item, SignalType.Call call) {
      item.is(Kind.CALL).also(call.word());
      item.flagIf(call.outgoing(), Flag.OUTGOING).flagIf(call.missed(), Flag.MISSED);
    }

    private void files(Csv row, Item item) {
      var files = value(row, FILES);
      if (files == null || files.equals("0") || files.equals("[]")) {
        return;
      }
      if (isNumber(files)) {
        item.omitted();
      } else {
        item.file(files);
      }
    }

    private Moment when(@Nullable String value) {
      if (value == null) {
        return Moment.unknown("");
      }
      return Table.isCount(value)
          ? times.count(Long.parseLong(value), value)
          : times.instant(value.replace(' ', 'T'));
    }

    private static boolean isNumber(String value) {
      return value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void warn(Records records) {
      records
          .tally()
          .warnIf(
              peopleAreNumbers,
              "people are numbers of Signal's own; the table of recipients tells who they are");
      records
          .tally()
          .warnIf(
              heading.stream().map(h -> h.toLowerCase(Locale.ROOT)).noneMatch(TYPE::contains),
              "nothing in the table tells what was sent and what was received");
    }
  }
}
