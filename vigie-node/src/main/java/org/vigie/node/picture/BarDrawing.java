package org.vigie.node.picture;

import java.util.List;
import java.util.stream.Collectors;
import org.vigie.node.picture.BarChart.Bar;
import org.vigie.node.picture.Canvas.Anchor;

/** Draws a bar chart: each name above its bar, so that long names fit a phone. */
final class BarDrawing {

  private static final int MARGIN = 12;
  private static final int BAR = 16;
  private static final int GAP = 14;

  private final BarChart chart;
  private final PictureWords words;
  private final int width;
  private final Lettering title;
  private final Lettering plain;
  private final Lettering strong;

  BarDrawing(BarChart chart, int width) {
    this.chart = chart;
    this.width = width;
    words = PictureWords.in(chart.language());
    title = new Lettering(chart.language(), 15, true);
    plain = new Lettering(chart.language(), 13, false);
    strong = new Lettering(chart.language(), 13, true);
  }

  Picture picture() {
    try (var canvas = draw()) {
      return new Picture(canvas.png(), width, canvas.height(), alternative(), table());
    }
  }

  /** The drawing itself, for tests that measure. */
  Canvas draw() {
    float across = width - 2 * MARGIN;
    double head = MARGIN + title.lines(chart.title(), across).size() * 22.5 + 6;
    double total = head + chart.bars().stream().mapToDouble(this::height).sum() + MARGIN;
    var canvas = new Canvas(width, (int) Math.ceil(total), chart.language());
    canvas.paragraph(Ink.TEXT, title, chart.title(), MARGIN, MARGIN + 15, across);
    double top = head;
    for (var bar : chart.bars()) {
      bar(canvas, bar, top);
      top += height(bar);
    }
    canvas.line(Ink.LINE, MARGIN, head, MARGIN, total - MARGIN, 1);
    return canvas;
  }

  private void bar(Canvas canvas, Bar bar, double top) {
    var next =
        canvas.paragraph(Ink.TEXT, plain, bar.name(), MARGIN + 8, top + 14, width - 2 * MARGIN - 8);
    double from = next - 13;
    long most = chart.bars().stream().mapToLong(Bar::value).max().orElse(0);
    double room = width - 2 * MARGIN - 10 - valueRoom();
    double across = most == 0 ? 0 : room * bar.value() / most;
    canvas.box(Ink.MESSAGE, MARGIN, from, across, BAR);
    canvas.words(
        Ink.TEXT,
        strong,
        String.valueOf(bar.value()),
        MARGIN + across + 8,
        from + 13,
        Anchor.START);
  }

  private double valueRoom() {
    return chart.bars().stream()
        .mapToDouble(bar -> strong.width(String.valueOf(bar.value())))
        .max()
        .orElse(0);
  }

  private double height(Bar bar) {
    return plain.lines(bar.name(), width - 2 * MARGIN - 8).size() * 19.5 + BAR + GAP;
  }

  private String alternative() {
    return words.say(
        "bars.alternative",
        chart.title(),
        chart.bars().stream()
            .map(bar -> bar.name() + " " + bar.value())
            .collect(Collectors.joining(", ")));
  }

  private Picture.Table table() {
    return new Picture.Table(
        chart.title(),
        List.of(chart.labels(), chart.values()),
        chart.bars().stream()
            .map(bar -> List.of(bar.name(), String.valueOf(bar.value())))
            .toList());
  }
}
