package org.vigie.node.picture;

import java.util.List;
import java.util.stream.Collectors;
import org.vigie.kernel.Language;
import org.vigie.node.picture.Canvas.Anchor;

/** Draws how loud a recording is over its time, with its silences behind. */
final class WaveformDrawing {

  private static final int MARGIN = 12;
  private static final int HALF = 56;
  private static final int FOOT = 26;
  private static final double STEP = 3;
  private static final double BAR = 2;

  private final Waveform waveform;
  private final PictureWords words;
  private final int width;
  private final Lettering plain;

  WaveformDrawing(Waveform waveform, int width) {
    this.waveform = waveform;
    this.width = width;
    words = PictureWords.in(waveform.language());
    plain = new Lettering(waveform.language(), 13, false);
  }

  Picture picture() {
    try (var canvas = draw()) {
      return described(canvas.png());
    }
  }

  /** The same without drawing. */
  Picture described(byte[] png) {
    return new Picture(png, width, height(), alternative(), table());
  }

  private static int height() {
    return 2 * (MARGIN + HALF) + FOOT;
  }

  /** The drawing itself, for tests that measure. */
  Canvas draw() {
    // Time runs as in the player above it: from the left, in every language.
    var canvas = new Canvas(width, height(), Language.EN);
    double across = width - 2.0 * MARGIN;
    double middle = MARGIN + HALF;
    for (var span : waveform.spans()) {
      if (span.silent()) {
        double start = MARGIN + across * span.from() / Math.max(1, waveform.millis());
        double end = MARGIN + across * span.to() / Math.max(1, waveform.millis());
        canvas.box(Ink.SILENCE, start, MARGIN, end - start, 2.0 * HALF);
        canvas.line(Ink.SILENCE_EDGE, start, MARGIN, end, MARGIN, 1);
        canvas.line(Ink.SILENCE_EDGE, start, MARGIN + 2.0 * HALF, end, MARGIN + 2.0 * HALF, 1);
      }
    }
    var bars = (int) (across / STEP);
    for (var i = 0; i < bars; i++) {
      double half = Math.max(0.5, HALF * (double) level(i, bars) / 255);
      canvas.box(Ink.MESSAGE, MARGIN + i * STEP, middle - half, BAR, 2 * half);
    }
    double foot = 2.0 * (MARGIN + HALF) + 12;
    canvas.line(Ink.LINE, MARGIN, middle + HALF + 4, width - MARGIN, middle + HALF + 4, 1);
    canvas.words(Ink.TEXT, plain, clock(0), MARGIN, foot, Anchor.START);
    canvas.words(Ink.TEXT, plain, clock(waveform.millis() / 2), width / 2.0, foot, Anchor.MIDDLE);
    canvas.words(Ink.TEXT, plain, clock(waveform.millis()), width - MARGIN, foot, Anchor.END);
    return canvas;
  }

  /** The loudest of what falls on one bar. */
  private int level(int bar, int bars) {
    var size = waveform.levels().size();
    var from = (int) ((long) bar * size / bars);
    var to = Math.max(from + 1, (int) ((bar + 1L) * size / bars));
    return waveform.levels().subList(from, Math.min(size, to)).stream()
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }

  /** Minutes and seconds, such as 1:05. */
  static String clock(long millis) {
    var seconds = millis / 1000;
    var rest = seconds % 60;
    return seconds / 60 + (rest < 10 ? ":0" : ":") + rest;
  }

  private String alternative() {
    var length = clock(waveform.millis());
    var silences = waveform.spans().stream().filter(Waveform.Span::silent).toList();
    if (waveform.loudest() < 4) {
      return words.say("waveform.silent", length);
    }
    var loudest = clock(waveform.peak());
    return silences.isEmpty()
        ? words.say("waveform.no-silence", length, loudest)
        : words.say(
            "waveform.alternative",
            length,
            loudest,
            silences.stream()
                .map(span -> words.say("waveform.span", clock(span.from()), clock(span.to())))
                .collect(Collectors.joining(", ")));
  }

  private Picture.Table table() {
    return new Picture.Table(
        words.say("waveform.title"),
        List.of(words.say("waveform.from"), words.say("waveform.to"), words.say("waveform.what")),
        waveform.spans().stream()
            .map(span ->
                List.of(
                    clock(span.from()),
                    clock(span.to()),
                    words.say(span.silent() ? "waveform.silence" : "waveform.sound")))
            .toList());
  }
}
