package org.vigie.node.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.node.picture.Canvas.Anchor;
import org.vigie.node.picture.EscalationLadder.Stage;

/** Draws a ladder of escalation, the lowest stage at the foot. */
final class LadderDrawing {

  private static final int MARGIN = 12;
  private static final int RAIL = 20;
  private static final int OTHER_RAIL = 60;
  private static final int WORDS = 78;
  private static final int PADDING = 12;

  private final EscalationLadder ladder;
  private final PictureWords words;
  private final int width;
  private final Lettering name;
  private final Lettering reachedName;
  private final Lettering state;

  LadderDrawing(EscalationLadder ladder, int width) {
    this.ladder = ladder;
    this.width = width;
    words = PictureWords.in(ladder.language());
    name = new Lettering(ladder.language(), 14, false);
    reachedName = new Lettering(ladder.language(), 14, true);
    state = new Lettering(ladder.language(), 12, false);
  }

  Picture picture() {
    try (var canvas = draw()) {
      return new Picture(canvas.png(), width, canvas.height(), alternative(), table());
    }
  }

  /** The drawing itself, for tests that measure. */
  Canvas draw() {
    double total = ladder.stages().stream().mapToDouble(this::height).sum() + 2 * MARGIN;
    var canvas = new Canvas(width, (int) Math.ceil(total), ladder.language());
    canvas.line(Ink.LINE, RAIL, MARGIN, RAIL, total - MARGIN, 2);
    canvas.line(Ink.LINE, OTHER_RAIL, MARGIN, OTHER_RAIL, total - MARGIN, 2);
    double top = MARGIN;
    for (int i = ladder.stages().size() - 1; i >= 0; i--) {
      var stage = ladder.stages().get(i);
      rung(canvas, i + 1, stage, top);
      top += height(stage);
    }
    return canvas;
  }

  private void rung(Canvas canvas, int number, Stage stage, double top) {
    double rungAt = top + height(stage) / 2;
    double between = (RAIL + OTHER_RAIL) / 2.0;
    if (stage.reached()) {
      canvas.line(Ink.MESSAGE, RAIL, rungAt, OTHER_RAIL, rungAt, 4);
      canvas.disc(Ink.MESSAGE, between, rungAt, 12);
    } else {
      canvas.dashes(Ink.LINE, RAIL, rungAt, OTHER_RAIL, rungAt);
      canvas.disc(Ink.PAPER, between, rungAt, 12);
      canvas.ring(Ink.LINE, between, rungAt, 12);
    }
    canvas.words(
        stage.reached() ? Ink.PAPER : Ink.QUIET,
        reachedName,
        String.valueOf(number),
        between,
        rungAt + 5,
        Anchor.MIDDLE);
    var next =
        canvas.paragraph(
            stage.reached() ? Ink.TEXT : Ink.QUIET,
            lettering(stage),
            stage.name(),
            WORDS,
            top + PADDING + 13,
            width - WORDS - MARGIN);
    canvas.paragraph(Ink.QUIET, state, state(stage), WORDS, next - 2, width - WORDS - MARGIN);
  }

  private Lettering lettering(Stage stage) {
    return stage.reached() ? reachedName : name;
  }

  private double height(Stage stage) {
    float across = width - WORDS - MARGIN;
    return 2 * PADDING
        + lettering(stage).lines(stage.name(), across).size() * 21
        + state.lines(state(stage), across).size() * 18;
  }

  private String state(Stage stage) {
    if (!stage.reached()) {
      return words.say("ladder.not-reached");
    }
    var when = stage.when();
    return when == null ? words.say("ladder.reached-undated") : words.say("ladder.reached", when);
  }

  private String alternative() {
    return words.say(
        "ladder.alternative",
        ladder.stages().stream()
            .map(stage -> stage.name() + " (" + state(stage) + ")")
            .collect(Collectors.joining("; ")));
  }

  private Picture.Table table() {
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < ladder.stages().size(); i++) {
      var stage = ladder.stages().get(i);
      rows.add(List.of(String.valueOf(i + 1), stage.name(), state(stage)));
    }
    return new Picture.Table(
        alternative(),
        List.of(
            words.say("ladder.column.step"),
            words.say("ladder.column.what"),
            words.say("ladder.column.state")),
        List.copyOf(rows));
  }
}
