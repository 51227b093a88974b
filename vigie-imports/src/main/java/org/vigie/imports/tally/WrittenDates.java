package org.vigie.imports.tally;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.DateOrder;
import org.vigie.imports.DateOrderBy;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Moment;
import org.vigie.imports.Precision;
import org.vigie.imports.ReadReport;

/**
 * Dates written with numbers, whose order a first pass finds out: by a number that can be read in
 * one way only, else by the way time goes, else nobody knows and it is asked. Not for use by
 * several threads.
 */
public final class WrittenDates {

  private static final int ENOUGH = 3;

  /** One order on trial. */
  private static final class Trial {
    private final DateOrder order;
    private long failed;
    private long back;
    private long forth;
    private long years;
    private long days;
    private long unusual;
    private @Nullable LocalDateTime before;

    private Trial(DateOrder order) {
      this.order = order;
    }

    private void add(@Nullable LocalDateTime time) {
      if (time == null) {
        failed++;
        return;
      }
      var previous = before;
      if (previous != null) {
        back += time.isBefore(previous) ? 1 : 0;
        forth += time.isAfter(previous) ? 1 : 0;
        years += time.getYear() == previous.getYear() ? 0 : 1;
        days += time.getDayOfMonth() == previous.getDayOfMonth() ? 0 : 1;
      }
      before = time;
    }

    private boolean oneWay() {
      return back == 0 || forth == 0;
    }

    /** Whether the year turns again and again while the day stands: then it is no year. */
    private boolean yearsRun() {
      return years >= ENOUGH && years > ENOUGH * days;
    }
  }

  /** A date of the file that orders read in different ways. */
  private record Example(WrittenTime written, String text, long line) {

    /** What it is in some orders, each day once. */
    private List<String> readings(List<Trial> some) {
      var all = new LinkedHashMap<LocalDateTime, String>();
      for (var trial : some) {
        var time = written.read(trial.order);
        if (time != null) {
          all.putIfAbsent(time, time.toLocalDate() + " (" + trial.order.text() + ")");
        }
      }
      return List.copyOf(all.values());
    }
  }

  private final @Nullable DateOrder option;
  private final List<Trial> trials = new ArrayList<>();
  private long seen;
  private long none;
  private long eitherHalf;
  private boolean wholeDay;
  private final List<@Nullable LocalDateTime> times = new ArrayList<@Nullable LocalDateTime>();

  /** Which orders read some date differently, and for each two of them the first such date. */
  private final Map<Integer, Example> examples = new HashMap<>();

  /** {@code option}: what a person said, or null. */
  public WrittenDates(@Nullable DateOrder option) {
    this.option = option;
    for (var order : DateOrder.values()) {
      trials.add(new Trial(order));
      times.add(null);
    }
  }

  /** Takes one date of the first pass. */
  public void observe(String text, long line) {
    seen++;
    var written = WrittenTime.of(text);
    wholeDay |= written.isOfWholeDay();
    eitherHalf += written.mayBeEitherHalf() ? 1 : 0;
    for (var i = 0; i < trials.size(); i++) {
      times.set(i, written.read(trials.get(i).order));
    }
    if (times.stream().allMatch(t -> t == null)) {
      none++;
      return;
    }
    for (var i = 0; i < trials.size(); i++) {
      var trial = trials.get(i);
      trial.add(times.get(i));
      trial.unusual += written.isUnusualIn(trial.order) ? 1 : 0;
    }
    differ(new Example(written, text, line));
  }

  private void differ(Example here) {
    for (var i = 0; i < trials.size(); i++) {
      for (var j = 0; j < i; j++) {
        var one = times.get(i);
        var other = times.get(j);
        if (one != null && other != null && !one.equals(other)) {
          examples.putIfAbsent(i * trials.size() + j, here);
        }
      }
    }
  }

  /**
   * The order of the file.
   *
   * @throws ImportRefused when nothing decides, or no order fits
   */
  public ReadReport.Dates decide() throws ImportRefused {
    if (option != null) {
      var fits = trials.stream().anyMatch(t -> t.order == option && t.failed < seen - none);
      if (seen > none && !fits) {
        throw new ImportRefused("import.date-order-impossible", option.text());
      }
      return new ReadReport.Dates(option, DateOrderBy.OPTION);
    }
    var possible = trials.stream().filter(t -> t.failed == 0).toList();
    if (possible.isEmpty()) {
      throw new ImportRefused("import.date-order-impossible", "any");
    }
    var usual = possible.stream().filter(t -> t.unusual == 0).toList();
    var left = usual.stream().allMatch(Trial::yearsRun) ? possible : usual;
    if (agree(left)) {
      return new ReadReport.Dates(left.getFirst().order, DateOrderBy.VALUE);
    }
    var steady = left.stream().filter(t -> !t.yearsRun()).toList();
    var oneWay = steady.stream().filter(Trial::oneWay).toList();
    for (var some : List.of(steady, oneWay)) {
      if (!some.isEmpty() && agree(some)) {
        return new ReadReport.Dates(some.getFirst().order, DateOrderBy.SEQUENCE);
      }
    }
    throw asked(oneWay.isEmpty() ? left : oneWay);
  }

  /** Whether these orders read every date the same. */
  private boolean agree(List<Trial> some) {
    return differing(some).isEmpty();
  }

  private List<Example> differing(List<Trial> some) {
    var all = new ArrayList<Example>();
    for (var one : some) {
      for (var other : some) {
        var example = examples.get(trials.indexOf(one) * trials.size() + trials.indexOf(other));
        if (example != null) {
          all.add(example);
        }
      }
    }
    return all;
  }

  /** Asks with the first date that bears the most readings. */
  private ImportRefused asked(List<Trial> open) {
    var example =
        differing(open).stream()
            .max(
                Comparator.comparingInt((Example e) -> e.readings(open).size())
                    .thenComparingLong(e -> -e.line()))
            .orElseThrow();
    var text = example.text();
    var readings = example.readings(open);
    return new ImportRefused(
        "import.date-order-ambiguous",
        example.line(),
        text.length() > 60 ? text.substring(0, 60) : text,
        readings.getFirst(),
        String.join(" / ", readings.subList(1, readings.size())));
  }

  /** Says so where a word beside the time of day may mean before or after noon. */
  public void warn(Tally tally) {
    tally.warnIf(
        eitherHalf > 0 && !wholeDay,
        eitherHalf + " times may be before or after noon: the word beside them is not known");
  }

  /**
   * The date and time in {@code text}, its numbers read in {@code order}; a year of four digits
   * settles its own place. Null when it is none. Without a time of day, its beginning.
   */
  public static @Nullable LocalDateTime parse(String text, DateOrder order) {
    return WrittenTime.of(text).read(order);
  }

  /** The same with how fine it is and, where it stands there, the distance from UTC. */
  public static Moment moment(String text, DateOrder order, Times times, Item item) {
    var written = WrittenTime.of(text);
    var local = written.read(order);
    if (local == null) {
      return Moment.unknown(text);
    }
    if (!written.hasClock()) {
      return new Moment(local, null, text, Precision.DAY);
    }
    var precision = written.hasSeconds() ? Precision.SECOND : Precision.MINUTE;
    var offset = written.offset();
    return offset == null
        ? times.local(local, text, precision, item)
        : new Moment(local, offset, text, precision);
  }
}
