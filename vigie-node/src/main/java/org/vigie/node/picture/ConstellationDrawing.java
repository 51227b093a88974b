package org.vigie.node.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.node.picture.Canvas.Anchor;
import org.vigie.node.picture.Constellation.Star;

/** Draws a constellation: the stars around a circle, and below them what each sign stands for. */
final class ConstellationDrawing {

  private static final int MARGIN = 14;
  private static final int SMALLEST = 13;
  private static final int LARGEST = 26;
  private static final int TALLEST = 420;
  private static final double STEP = 5;

  private final Constellation constellation;
  private final PictureWords words;
  private final int width;
  private final Lettering sign;
  private final Lettering plain;

  ConstellationDrawing(Constellation constellation, int width) {
    this.constellation = constellation;
    this.width = width;
    words = PictureWords.in(constellation.language());
    sign = new Lettering(constellation.language(), 14, true);
    plain = new Lettering(constellation.language(), 13, false);
  }

  Picture picture() {
    try (var canvas = draw()) {
      return described(canvas.png());
    }
  }

  /** The words beside the picture, with what was drawn. */
  Picture described(byte[] png) {
    return new Picture(png, width, height(), alternative(), table());
  }

  /** The drawing itself, for tests that measure. */
  Canvas draw() {
    var canvas = new Canvas(width, height(), constellation.language());
    for (var tie : constellation.ties()) {
      canvas.line(
          Ink.LINE,
          across(tie.one()),
          down(tie.one()),
          across(tie.other()),
          down(tie.other()),
          thickness(tie.persons()));
    }
    for (var i = 0; i < constellation.stars().size(); i++) {
      star(canvas, i);
    }
    double line = sky() + 13;
    for (var star : constellation.stars()) {
      line = canvas.paragraph(Ink.TEXT, plain, legend(star), MARGIN, line, room()) + 4;
    }
    return canvas;
  }

  private void star(Canvas canvas, int place) {
    var star = constellation.stars().get(place);
    var radius = radius(star.persons());
    canvas.disc(star.bright() ? Ink.MESSAGE : Ink.PAPER, across(place), down(place), radius);
    canvas.ring(Ink.MESSAGE, across(place), down(place), radius);
    canvas.words(
        star.bright() ? Ink.PAPER : Ink.TEXT,
        sign,
        star.sign(),
        across(place),
        down(place) + 5,
        Anchor.MIDDLE);
  }

  /** How tall the part with the stars is. */
  private double sky() {
    return constellation.stars().size() == 1
        ? 2.0 * (LARGEST + MARGIN)
        : Math.min(TALLEST, width * 0.62);
  }

  private int height() {
    var legend =
        constellation.stars().stream()
            .mapToDouble(star -> plain.lines(legend(star), room()).size() * 19.5 + 4)
            .sum();
    return (int) Math.ceil(sky() + legend + MARGIN);
  }

  private float room() {
    return width - 2f * MARGIN;
  }

  private double across(int place) {
    return width / 2.0 + reach(width / 2.0) * Math.sin(angle(place));
  }

  private double down(int place) {
    return sky() / 2 - reach(sky() / 2) * Math.cos(angle(place));
  }

  private double reach(double half) {
    return constellation.stars().size() == 1 ? 0 : Math.min(half - MARGIN - LARGEST, 190);
  }

  /** Two stand side by side rather than one below the other. */
  private double angle(int place) {
    var count = constellation.stars().size();
    return 2 * Math.PI * place / count + (count == 2 ? Math.PI / 2 : 0);
  }

  private static double radius(int persons) {
    return Math.min(LARGEST, SMALLEST + STEP * Math.log10(persons));
  }

  private static float thickness(int persons) {
    return (float) Math.min(6, 1.5 + 1.5 * Math.log10(persons));
  }

  private String legend(Star star) {
    return words.say("constellation.star", star.sign(), star.kind(), star.persons());
  }

  private String alternative() {
    var stars = constellation.stars().stream().map(this::legend).collect(Collectors.joining("; "));
    var ties =
        constellation.ties().stream()
            .map(tie -> words.say("constellation.tie", signs(tie), tie.persons()))
            .collect(Collectors.joining("; "));
    return ties.isEmpty()
        ? words.say("constellation.alternative.alone", stars)
        : words.say("constellation.alternative", stars, ties);
  }

  private String signs(Constellation.Tie tie) {
    return constellation.stars().get(tie.one()).sign()
        + "–"
        + constellation.stars().get(tie.other()).sign();
  }

  private Picture.Table table() {
    var rows = new ArrayList<List<String>>();
    for (var star : constellation.stars()) {
      rows.add(List.of(star.sign(), star.kind(), atLeast(star.persons())));
    }
    for (var tie : constellation.ties()) {
      rows.add(List.of(signs(tie), words.say("constellation.both"), atLeast(tie.persons())));
    }
    return new Picture.Table(
        words.say("constellation.title"),
        List.of(
            words.say("constellation.column.sign"),
            words.say("constellation.column.what"),
            words.say("constellation.column.persons")),
        List.copyOf(rows));
  }

  private String atLeast(int persons) {
    return words.say("constellation.at-least", persons);
  }
}
