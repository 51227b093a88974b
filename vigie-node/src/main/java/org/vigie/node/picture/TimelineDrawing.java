package org.vigie.node.picture;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.node.picture.Canvas.Anchor;
import org.vigie.node.picture.ContactTimeline.Contact;
import org.vigie.node.picture.ContactTimeline.Lane;
import org.vigie.node.picture.ContactTimeline.Silence;
import org.vigie.node.picture.ContactTimeline.Vague;

/** Draws a timeline of contacts. From top to bottom: legend, lanes, silences, months. */
final class TimelineDrawing {

  private static final int MARGIN = 12;
  private static final int NAME = 20;
  private static final int DIAMONDS = 16;
  private static final int BARS = 34;
  private static final int LANE = NAME + DIAMONDS + BARS + 8;
  private static final int SILENCES = 44;
  private static final int AXIS = 26;
  private static final int NOTE = 24;
  private static final int NOTE_LINE = 17;
  private static final double LEAST_BUCKET = 4;

  private final ContactTimeline timeline;
  private final PictureWords words;
  private final int width;
  private final boolean byWeek;
  private final double legendHeight;
  private final Lettering plain;
  private final Lettering strong;
  private final Lettering small;

  TimelineDrawing(ContactTimeline timeline, int width) {
    this.timeline = timeline;
    this.width = width;
    words = PictureWords.in(timeline.language());
    plain = new Lettering(timeline.language(), 13, false);
    strong = new Lettering(timeline.language(), 13, true);
    small = new Lettering(timeline.language(), 12, false);
    byWeek = (double) plotWidth() / timeline.days() < LEAST_BUCKET;
    legendHeight = legendFitsOneLine() ? 30 : 50;
  }

  Picture picture() {
    try (var canvas = draw()) {
      return new Picture(canvas.png(), width, canvas.height(), alternative(), table());
    }
  }

  /** What is said beside the drawing, without drawing. */
  Picture described() {
    return new Picture(new byte[0], width, height(), alternative(), table());
  }

  private double bottom() {
    return legendHeight + Math.max(1, timeline.lanes().size()) * LANE;
  }

  private int height() {
    var more = (notes().size() - 1) * NOTE_LINE;
    return (int) Math.ceil(bottom() + SILENCES + AXIS + NOTE + more);
  }

  /** The drawing itself, for tests that measure. */
  Canvas draw() {
    var bottom = bottom();
    var height = height();
    var canvas = new Canvas(width, height, timeline.language());
    legend(canvas);
    var silences = timeline.silences();
    for (var silence : silences) {
      band(canvas, silence, bottom + SILENCES);
    }
    double top = legendHeight;
    for (var lane : timeline.lanes()) {
      lane(canvas, lane, top);
      top += LANE;
    }
    silenceWords(canvas, silences, bottom);
    axis(canvas, bottom + SILENCES);
    double baseline = height - 9;
    for (var note : notes().reversed()) {
      var fitted = small.fitted(note, width - 2 * MARGIN);
      canvas.words(Ink.QUIET, small, fitted, MARGIN, baseline, Anchor.START);
      baseline -= NOTE_LINE;
    }
    return canvas;
  }

  private List<String> notes() {
    var scale = words.say(byWeek ? "timeline.per-week" : "timeline.per-day");
    return vague() ? List.of(scale, words.say("timeline.vague")) : List.of(scale);
  }

  private boolean vague() {
    return timeline.lanes().stream().anyMatch(lane -> !timeline.shownVague(lane).isEmpty());
  }

  private boolean legendFitsOneLine() {
    return MARGIN * 2
            + 60
            + plain.width(words.say("timeline.message"))
            + plain.width(words.say("timeline.incident"))
        < width;
  }

  private void legend(Canvas canvas) {
    var message = words.say("timeline.message");
    canvas.box(Ink.MESSAGE, MARGIN, 8, 5, 12);
    canvas.words(Ink.TEXT, plain, message, MARGIN + 12, 19, Anchor.START);
    var oneLine = legendFitsOneLine();
    double start = oneLine ? MARGIN + 12 + plain.width(message) + 24 : MARGIN;
    double down = oneLine ? 0 : 20;
    canvas.diamond(Ink.INCIDENT, start + 4, 14 + down, 6);
    canvas.words(
        Ink.TEXT, plain, words.say("timeline.incident"), start + 15, 19 + down, Anchor.START);
  }

  /** The dashes leave the rows with words free. */
  private void band(Canvas canvas, Silence silence, double bottom) {
    double start = bandStart(silence);
    double end = bandEnd(silence);
    canvas.box(Ink.SILENCE, start, legendHeight + 4, end - start, bottom - legendHeight - 8);
    for (double edge : new double[] {start, end}) {
      double top = legendHeight;
      for (int lane = 0; lane < timeline.lanes().size(); lane++) {
        canvas.dashes(Ink.SILENCE_EDGE, edge, top + NAME, edge, top + LANE);
        top += LANE;
      }
    }
  }

  // Where bars stand for weeks, a silence begins beside the week's bar, not inside it.
  private double bandStart(Silence silence) {
    var contact = silence.first().minusDays(1);
    return edge(byWeek ? week(contact).plusDays(7) : silence.first());
  }

  private double bandEnd(Silence silence) {
    var contact = silence.last().plusDays(1);
    double end = edge(byWeek && !silence.lasting() ? week(contact) : contact);
    return Math.max(end, bandStart(silence) + 2);
  }

  private LocalDate week(LocalDate day) {
    var days = ChronoUnit.DAYS.between(timeline.from(), day);
    return timeline.from().plusDays(days - days % 7);
  }

  private void lane(Canvas canvas, Lane lane, double top) {
    canvas.words(
        Ink.TEXT, strong, strong.fitted(lane.name(), plotWidth()), MARGIN, top + 15, Anchor.START);
    double floor = top + NAME + DIAMONDS + BARS;
    canvas.line(Ink.LINE, MARGIN, floor, width - MARGIN, floor, 1);
    var buckets = buckets(lane);
    int most = buckets.values().stream().mapToInt(Contact::messages).max().orElse(0);
    for (var bucket : buckets.values()) {
      bar(canvas, bucket, most, top, floor);
    }
    for (var days : timeline.shownVague(lane)) {
      vague(canvas, days, top + NAME + 8);
    }
  }

  /** An incident on one of these days: a line over all of them, its mark in the middle. */
  private void vague(Canvas canvas, Vague days, double down) {
    double start = edge(days.first());
    double end = Math.max(edge(days.last().plusDays(1)), start + 14);
    canvas.line(Ink.INCIDENT, start, down, end, down, 1.5f);
    canvas.line(Ink.INCIDENT, start, down - 4, start, down + 4, 1.5f);
    canvas.line(Ink.INCIDENT, end, down - 4, end, down + 4, 1.5f);
    canvas.diamond(Ink.INCIDENT, (start + end) / 2, down, 4.5);
  }

  private void bar(Canvas canvas, Contact bucket, int most, double top, double floor) {
    double across = edge(bucket.day().plusDays(byWeek ? 7 : 1)) - edge(bucket.day());
    double middle = Math.min(edge(bucket.day()) + across / 2, width - MARGIN - 2);
    if (bucket.messages() > 0) {
      double thick = Math.clamp(across * 0.7, 2.5, 12);
      // The square root lets a single message be seen beside a barrage.
      double high = 5 + (BARS - 5) * Math.sqrt((double) bucket.messages() / most);
      canvas.box(Ink.MESSAGE, middle - thick / 2, floor - high, thick, high);
    }
    if (bucket.incidents() > 0) {
      canvas.diamond(Ink.INCIDENT, middle, top + NAME + 8, bucket.incidents() > 1 ? 7 : 5.5);
    }
  }

  private void silenceWords(Canvas canvas, List<Silence> silences, double top) {
    var placed = new ArrayList<double[]>();
    var longestFirst = Comparator.comparingLong(Silence::days).reversed();
    for (var silence : silences.stream().sorted(longestFirst).toList()) {
      var days = words.say("timeline.days", silence.days());
      var quiet = words.say(silence.lasting() ? "timeline.quiet-now" : "timeline.quiet");
      boolean roomy = small.width(quiet) + 8 < bandEnd(silence) - bandStart(silence);
      double half = Math.max(strong.width(days), roomy ? small.width(quiet) : 0) / 2 + 3;
      double middle = (bandStart(silence) + bandEnd(silence)) / 2;
      middle = Math.clamp(middle, MARGIN + half, width - MARGIN - half);
      double from = middle - half;
      double to = middle + half;
      // A silence whose words find no room keeps its band here and its row in the table.
      if (placed.stream().noneMatch(other -> from < other[1] && to > other[0])) {
        placed.add(new double[] {from, to});
        canvas.words(Ink.TEXT, strong, days, middle, top + 16, Anchor.MIDDLE);
        canvas.words(Ink.QUIET, small, roomy ? quiet : "", middle, top + 32, Anchor.MIDDLE);
      }
    }
  }

  private void axis(Canvas canvas, double top) {
    canvas.line(Ink.LINE, MARGIN, top, width - MARGIN, top, 1);
    var month = YearMonth.from(timeline.from());
    if (!month.atDay(1).equals(timeline.from())) {
      month = month.plusMonths(1);
    }
    double free = firstDay(canvas, edge(month.atDay(1)), top);
    var first = true;
    for (; !month.atDay(1).isAfter(timeline.to()); month = month.plusMonths(1)) {
      double at = edge(month.atDay(1));
      canvas.line(Ink.LINE, at, top, at, top + 5, 1);
      var name = words.month(month, first || month.getMonthValue() == 1);
      double end = at + 3 + small.width(name);
      if (at >= free && end <= width - MARGIN) {
        canvas.words(Ink.QUIET, small, name, at + 3, top + 17, Anchor.START);
        free = end + 8;
        first = false;
      }
    }
  }

  /** Writes the first day where there is room before the first month; answers where it ends. */
  private double firstDay(Canvas canvas, double firstMonth, double top) {
    var day = words.shortDay(timeline.from());
    double end = MARGIN + small.width(day) + 8;
    if (end > firstMonth) {
      return MARGIN;
    }
    canvas.words(Ink.QUIET, small, day, MARGIN, top + 17, Anchor.START);
    return end;
  }

  private int plotWidth() {
    return width - 2 * MARGIN;
  }

  private double edge(LocalDate day) {
    var days = Math.min(ChronoUnit.DAYS.between(timeline.from(), day), timeline.days());
    return MARGIN + plotWidth() * (double) days / timeline.days();
  }

  private SortedMap<LocalDate, Contact> buckets(Lane lane) {
    var buckets = new TreeMap<LocalDate, Contact>();
    for (var contact : timeline.shown(lane)) {
      var start = byWeek ? week(contact.day()) : contact.day();
      buckets.merge(
          start,
          new Contact(start, contact.messages(), contact.incidents()),
          (a, b) -> new Contact(start, a.messages() + b.messages(), a.incidents() + b.incidents()));
    }
    return buckets;
  }

  private String alternative() {
    int messages = 0;
    int incidents = 0;
    for (var lane : timeline.lanes()) {
      for (var contact : timeline.shown(lane)) {
        messages += contact.messages();
        incidents += contact.incidents();
      }
      incidents += timeline.shownVague(lane).size();
    }
    return words.say(
        "timeline.alternative",
        words.day(timeline.from()),
        words.day(timeline.to()),
        messages,
        incidents,
        silenceSentence());
  }

  private String silenceSentence() {
    var silences = timeline.silences();
    if (silences.isEmpty()) {
      return words.say("timeline.no-silence", timeline.silence());
    }
    var longest = silences.stream().max(Comparator.comparingLong(Silence::days)).orElseThrow();
    return words.say(
        longest.lasting() ? "timeline.silences-now" : "timeline.silences",
        silences.size(),
        timeline.silence(),
        longest.days(),
        words.day(longest.first()),
        words.day(longest.last()));
  }

  private Picture.Table table() {
    record Row(LocalDate day, List<String> cells) {}
    var rows = new ArrayList<Row>();
    for (var lane : timeline.lanes()) {
      for (var contact : timeline.shown(lane)) {
        rows.add(
            new Row(
                contact.day(),
                List.of(
                    words.day(contact.day()),
                    lane.name(),
                    String.valueOf(contact.messages()),
                    String.valueOf(contact.incidents()))));
      }
    }
    for (var lane : timeline.lanes()) {
      for (var days : timeline.shownVague(lane)) {
        var between = words.day(days.first()) + " – " + words.day(days.last());
        rows.add(new Row(days.first(), List.of(between, lane.name(), "0", "1")));
      }
    }
    for (var silence : timeline.silences()) {
      rows.add(
          new Row(
              silence.first(),
              List.of(
                  words.day(silence.first()) + " – " + words.day(silence.last()),
                  words.say("timeline.all-channels"),
                  words.say("timeline.column.silence", silence.days()),
                  "")));
    }
    return new Picture.Table(
        alternative(),
        List.of(
            words.say("timeline.column.when"),
            words.say("timeline.column.channel"),
            words.say("timeline.column.messages"),
            words.say("timeline.column.incidents")),
        rows.stream().sorted(Comparator.comparing(Row::day)).map(Row::cells).toList());
  }
}
