package org.vigie.imports.whatsapp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.DateOrder;
import org.vigie.imports.DateOrderBy;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.ReadReport;
import org.vigie.imports.text.LineWindow;

/** The first pass over a file: in which order its dates are, and which names hold a colon. */
final class Survey {

  private final HeaderScanner scanner;
  private final Calendars calendars;
  private final Authors authors;
  private final int shape;
  private List<OrderTrial> trials = List.of();
  private long heads;
  private boolean ambiguous;
  private long ambiguousLine;
  private String ambiguousDate = "";
  private List<String> readings = List.of();

  Survey(HeaderScanner scanner, Calendars calendars, Authors authors, int shape) {
    this.scanner = scanner;
    this.calendars = calendars;
    this.authors = authors;
    this.shape = shape;
  }

  /** Walks over the whole file. */
  void over(LineWindow lines) throws IOException {
    while (lines.next()) {
      lines.markHere();
      var from = lines.base();
      var to = from + lines.contentEnd();
      if (lines.atLineStart() && scanner.scan(lines.buffer(), from, to) && scanner.shape == shape) {
        head(lines.buffer(), to, lines.number());
      }
    }
    authors.settle();
  }

  private void head(byte[] b, int to, long line) {
    if (heads == 0) {
      trials = candidates();
    }
    heads++;
    for (var trial : trials) {
      trial.add(scanner, calendars);
    }
    authors.observe(b, scanner.bodyStart, to);
    if (!ambiguous && trials.size() > 1) {
      noteAmbiguous(b, line);
    }
  }

  private List<OrderTrial> candidates() {
    if (scanner.width[0] > 2 || scanner.eraPart == 0) {
      return List.of(new OrderTrial(DateOrder.YMD));
    }
    var all = new ArrayList<OrderTrial>();
    all.add(new OrderTrial(DateOrder.DMY));
    all.add(new OrderTrial(DateOrder.MDY));
    if (scanner.width[2] <= 2 && scanner.eraPart < 0) {
      all.add(new OrderTrial(DateOrder.YMD));
    }
    return List.copyOf(all);
  }

  private void noteAmbiguous(byte[] b, long line) {
    var differ = new ArrayList<String>();
    var days = new ArrayList<Long>();
    for (var trial : trials) {
      if ((trial.order != DateOrder.YMD || yearMayComeFirst())
          && calendars.resolve(scanner, trial.order)
          && !days.contains(calendars.epochDay)) {
        days.add(calendars.epochDay);
        differ.add(calendars.date() + " (" + trial.order.text() + ")");
      }
    }
    if (days.size() > 1) {
      ambiguous = true;
      ambiguousLine = line;
      ambiguousDate =
          new String(
              b, scanner.rawStart, scanner.rawEnd - scanner.rawStart, StandardCharsets.UTF_8);
      readings = List.copyOf(differ);
    }
  }

  /** Years of two digits come first in a few places, all of which write hyphens. */
  private boolean yearMayComeFirst() {
    return (shape >> 2 & 7) == 3;
  }

  /** The order of the file. */
  ReadReport.Dates decide(@Nullable DateOrder option) throws ImportRefused {
    if (option != null) {
      return asTold(option);
    }
    var possible = trials.stream().filter(t -> t.fits(heads)).toList();
    var usual =
        possible.stream()
            .filter(t -> t.order != DateOrder.YMD || trials.size() == 1 || yearMayComeFirst())
            .toList();
    var left = usual.isEmpty() ? possible : usual;
    if (left.isEmpty()) {
      throw refused();
    }
    if (left.size() == 1) {
      return bestOf(left.getFirst(), possible);
    }
    if (!ambiguous) {
      return new ReadReport.Dates(left.getFirst().order, DateOrderBy.VALUE);
    }
    for (var trial : left) {
      if (left.stream().allMatch(t -> t == trial || trial.goesOnBetterThan(t))) {
        return new ReadReport.Dates(trial.order, DateOrderBy.SEQUENCE);
      }
    }
    throw refused();
  }

  /** The only usual order, unless time goes on only with the year first. */
  private static ReadReport.Dates bestOf(OrderTrial only, List<OrderTrial> possible) {
    for (var other : possible) {
      if (other != only && other.order == DateOrder.YMD && other.goesOnBetterThan(only)) {
        return new ReadReport.Dates(other.order, DateOrderBy.SEQUENCE);
      }
    }
    return new ReadReport.Dates(only.order, DateOrderBy.VALUE);
  }

  private ReadReport.Dates asTold(DateOrder option) throws ImportRefused {
    var trial = trials.stream().filter(t -> t.order == option).findFirst();
    if (trial.isEmpty() || trial.get().invalid == heads) {
      throw new ImportRefused("import.date-order-impossible", option.text());
    }
    return new ReadReport.Dates(option, DateOrderBy.OPTION);
  }

  private ImportRefused refused() {
    if (readings.size() < 2) {
      return new ImportRefused("import.date-order-impossible", "any");
    }
    return new ImportRefused(
        "import.date-order-ambiguous",
        ambiguousLine,
        ambiguousDate,
        readings.getFirst(),
        String.join(" / ", readings.subList(1, readings.size())));
  }
}
