package org.vigie.imports.detect;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.ByteRange;
import org.vigie.imports.DateOrderBy;
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Message;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.copies.Given;
import org.vigie.imports.copies.Print;

/**
 * Several files read as one document: numbers go on, and places are those in the files put one
 * after another. Lines are those of each file.
 */
final class Joined {

  private static final int MOST_LISTED = 1000;
  private static final int MOST_RANGES = 20_000;
  private static final int MOST_WARNINGS = 60;
  private static final int MOST_NAMED = 20;
  private static final String SAME = " messages are the same as in other files of this chat (";

  private final MessageSink sink;
  private final List<String> names = new ArrayList<>();
  private final Set<String> authors = new LinkedHashSet<>();
  private final List<ByteRange> unparsed = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private @Nullable ReadReport first;
  private ReadReport.@Nullable Dates told;
  private @Nullable LocalDateTime earliest;
  private @Nullable LocalDateTime latest;
  private final List<ByteRange> dropped = new ArrayList<>();
  private long messages;
  private long same;
  private long base;

  /**
   * A chat of which there are several files.
   *
   * @param chat the name of the first file
   * @param print takes prints of its messages
   * @param given what the files gave so far
   */
  record Copy(String chat, Print print, Given given) {

    boolean holds(Message message) {
      return given.holds(print.of(message));
    }
  }

  Joined(MessageSink sink) {
    this.sink = sink;
  }

  /**
   * Reads one more; only the first may be refused, for from then on the sink has messages.
   *
   * @param copy the chat of which there are other files; null where there are none
   */
  void read(ExportReader reader, Part part, ReadOptions options, @Nullable Copy copy)
      throws ImportRefused, IOException {
    names.add(part.name());
    var order = options.dateOrder();
    if (reader.mayAsk() && order != null) {
      warn(
          part.name()
              + ": nothing in it decides between day and month; read as told, "
              + order.text());
    }
    dropped.clear();
    same = 0;
    var before = messages;
    if (copy != null) {
      copy.given().next();
    }
    try {
      add(reader.read(part.source(), options, m -> pass(m, part, copy)), part.name());
    } catch (ImportRefused refused) {
      if (first == null) {
        throw refused;
      }
      list(new ByteRange(base, part.source().length()));
      warn(part.name() + ": not read (" + refused.key() + "); give it alone");
    }
    if (same > 0 && copy != null) {
      var fresh = messages - before;
      warn(part.name() + ": " + same + SAME + copy.chat() + "); " + fresh + " are given from it");
    }
    base += part.source().length();
  }

  private void pass(Message message, Part part, @Nullable Copy copy) throws IOException {
    if (copy == null) {
      sink.accept(shifted(message, part.name()));
    } else if (copy.holds(message)) {
      same++;
      drop(message.range());
    } else {
      sink.accept(shifted(message, copy.chat()));
    }
  }

  private void drop(ByteRange range) {
    var last = dropped.isEmpty() ? null : dropped.getLast();
    if (last != null && last.end() == range.offset()) {
      dropped.set(dropped.size() - 1, new ByteRange(last.offset(), range.end() - last.offset()));
    } else {
      dropped.add(range);
    }
  }

  private Message shifted(Message m, String name) {
    var range = new ByteRange(base + m.range().offset(), m.range().length());
    var chat = m.chat() == null ? name : m.chat();
    return new Message(
        ++messages,
        m.line(),
        m.when(),
        m.author(),
        m.kind(),
        m.text(),
        m.media(),
        m.flags(),
        range,
        chat);
  }

  private void add(ReadReport report, String name) {
    if (first == null) {
      first = report;
    }
    if (told == null && report.dates().by() == DateOrderBy.OPTION) {
      told = report.dates();
    }
    authors.addAll(report.authors());
    var all = new ArrayList<>(report.unparsed());
    all.addAll(dropped);
    all.sort(Comparator.comparingLong(ByteRange::offset));
    all.forEach(r -> list(new ByteRange(base + r.offset(), r.length())));
    report.missingMedia().stream().limit(MOST_LISTED - missing.size()).forEach(missing::add);
    report.warnings().forEach(w -> warn(name + ": " + w));
    var from = report.first();
    if (from != null && (earliest == null || from.isBefore(earliest))) {
      earliest = from;
    }
    var to = report.last();
    if (to != null && (latest == null || to.isAfter(latest))) {
      latest = to;
    }
  }

  private void list(ByteRange range) {
    var last = unparsed.isEmpty() ? null : unparsed.getLast();
    if (last != null && (last.end() == range.offset() || unparsed.size() >= MOST_RANGES)) {
      unparsed.set(unparsed.size() - 1, new ByteRange(last.offset(), range.end() - last.offset()));
    } else {
      unparsed.add(range);
    }
  }

  private void warn(String sentence) {
    if (warnings.size() < MOST_WARNINGS) {
      warnings.add(sentence);
    }
  }

  ReadReport report(List<String> more) {
    var one = first;
    if (one == null) {
      throw new IllegalStateException("nothing was read");
    }
    warnings.addAll(more);
    return new ReadReport(
        one.format(),
        named(),
        messages,
        earliest,
        latest,
        authors.stream().limit(MOST_LISTED).toList(),
        base,
        List.copyOf(unparsed),
        told == null ? one.dates() : told,
        List.copyOf(missing),
        List.copyOf(warnings));
  }

  private String named() {
    var shown = String.join(" + ", names.subList(0, Math.min(MOST_NAMED, names.size())));
    return names.size() > MOST_NAMED
        ? shown + " + " + (names.size() - MOST_NAMED) + " more"
        : shown;
  }
}
