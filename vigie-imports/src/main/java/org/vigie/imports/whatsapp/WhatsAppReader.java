package org.vigie.imports.whatsapp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.DateOrder;
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.Source;
import org.vigie.imports.tally.Tally;
import org.vigie.imports.text.Encoding;
import org.vigie.imports.text.LineWindow;

/**
 * Chats as WhatsApp exports them: {@code [date time] Author: text} on iOS, {@code date time -
 * Author: text} on Android. The first pass settles the order of dates, the second reads.
 */
public final class WhatsAppReader implements ExportReader {

  private static final int HEAD = 64 * 1024;
  private static final int NO_SHAPE = -1;

  /** The shape of the heads of a file. */
  private record Shape(int value, int style) {
    boolean known() {
      return value != NO_SHAPE;
    }
  }

  private static final Shape NONE = new Shape(NO_SHAPE, 0);

  @Override
  public String format() {
    return "whatsapp";
  }

  @Override
  public boolean repeats() {
    return true;
  }

  @Override
  public boolean mayAsk() {
    return true;
  }

  @Override
  public boolean recognises(byte[] head) {
    return shape(head, new HeaderScanner(new ClockWords())).known();
  }

  @Override
  public ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    byte[] head;
    try (var in = source.open(0)) {
      head = in.readNBytes(HEAD);
    }
    var scanner = new HeaderScanner(new ClockWords());
    var shape = shape(head, scanner);
    if (!shape.known()) {
      throw new ImportRefused("import.unknown-format", format());
    }
    var encoding = Encoding.of(head);
    var calendars = new Calendars();
    var authors =
        new Authors(
            shape.style() == HeaderScanner.DASH ? Phrases.ALL.systemInside() : List.of(),
            new Starts(Phrases.ALL.startsWithColon()));
    var dates = survey(source, encoding, scanner, calendars, authors, shape, options.dateOrder());
    var tally = new Tally(options.companions());
    var reading =
        new Reading(
            source.length(),
            encoding,
            shape.value(),
            shape.style(),
            dates.order(),
            calendars,
            authors,
            tally,
            options);
    try (var in = source.open(0)) {
      new Assembler(new LineWindow(encoding.toUtf8(in)), reading, scanner, sink).run();
    }
    if (authors.withColon() > 0) {
      tally.warn(
          "names with a colon in them: "
              + authors.withColon()
              + "; every line of such a name goes on with the same words and a colon");
    }
    var name = shape.style() == HeaderScanner.DASH ? "whatsapp-android" : "whatsapp-ios";
    return tally.report(name, source.length(), authors.names(), authors.count(), dates);
  }

  private static ReadReport.Dates survey(
      Source source,
      Encoding encoding,
      HeaderScanner scanner,
      Calendars calendars,
      Authors authors,
      Shape shape,
      @Nullable DateOrder option)
      throws ImportRefused, IOException {
    var survey = new Survey(scanner, calendars, authors, shape.value());
    try (var in = source.open(0)) {
      survey.over(new LineWindow(encoding.toUtf8(in)));
    }
    return survey.decide(option);
  }

  /** The shape of the first line, or of most heads when the beginning is cut off. */
  private static Shape shape(byte[] head, HeaderScanner scanner) {
    var counts = new HashMap<Shape, Integer>();
    var seen = 0;
    try {
      var lines = new LineWindow(Encoding.of(head).toUtf8(new ByteArrayInputStream(head)));
      while (lines.next()) {
        lines.markHere();
        var from = lines.base();
        var to = from + lines.contentEnd();
        if (Marks.skipBlank(lines.buffer(), from, to) == to) {
          continue;
        }
        seen++;
        if (lines.atLineStart() && scanner.scan(lines.buffer(), from, to) && isDay(scanner)) {
          var shape = new Shape(scanner.shape, scanner.style);
          if (seen == 1) {
            return shape;
          }
          counts.merge(shape, 1, Integer::sum);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return most(counts, seen);
  }

  private static boolean isDay(HeaderScanner scanner) {
    var calendars = new Calendars();
    for (var order : DateOrder.values()) {
      if (calendars.resolve(scanner, order)) {
        return true;
      }
    }
    return false;
  }

  private static Shape most(Map<Shape, Integer> counts, int lines) {
    var best = NONE;
    var heads = 1;
    for (var entry : counts.entrySet()) {
      if (entry.getValue() > heads && entry.getValue() * 50 >= lines) {
        heads = entry.getValue();
        best = entry.getKey();
      }
    }
    return best;
  }
}
