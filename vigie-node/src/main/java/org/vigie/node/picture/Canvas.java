package org.vigie.node.picture;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.vigie.kernel.Language;
import org.vigie.typeset.Headless;

/**
 * Paper to draw on, in CSS pixels at double density. Positions are counted from the edge where
 * reading starts: in a right-to-left language the whole picture mirrors, letters excepted.
 */
final class Canvas implements AutoCloseable {

  private static final int DENSITY = 2;

  /** Where words sit on their position. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** Words and where their letters ended up, in CSS pixels. */
  record Label(String words, Rectangle2D box) {}

  private final int width;
  private final int height;
  private final boolean mirrored;
  private final BufferedImage image;
  private final Graphics2D pen;
  private final List<Label> labels = new ArrayList<>();

  Canvas(int width, int height, Language language) {
    Headless.prepare();
    this.width = width;
    this.height = height;
    this.mirrored = language.direction().equals("rtl");
    image = new BufferedImage(width * DENSITY, height * DENSITY, BufferedImage.TYPE_INT_RGB);
    pen = image.createGraphics();
    pen.scale(DENSITY, DENSITY);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    fill(Ink.PAPER, new Rectangle2D.Double(0, 0, width, height));
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  void box(Ink ink, double start, double top, double across, double down) {
    fill(ink, new Rectangle2D.Double(left(start, across), top, across, down));
  }

  void line(Ink ink, double start, double top, double end, double bottom, float thick) {
    draw(ink, new Line2D.Double(x(start), top, x(end), bottom), thick, false);
  }

  void dashes(Ink ink, double start, double top, double end, double bottom) {
    draw(ink, new Line2D.Double(x(start), top, x(end), bottom), 1.5f, true);
  }

  void disc(Ink ink, double across, double down, double radius) {
    fill(ink, circle(across, down, radius));
  }

  void ring(Ink ink, double across, double down, double radius) {
    draw(ink, circle(across, down, radius), 1.5f, false);
  }

  void diamond(Ink ink, double across, double down, double radius) {
    var shape = new Path2D.Double();
    shape.moveTo(x(across), down - radius);
    shape.lineTo(x(across) + radius, down);
    shape.lineTo(x(across), down + radius);
    shape.lineTo(x(across) - radius, down);
    shape.closePath();
    fill(ink, shape);
  }

  void words(
      Ink ink, Lettering lettering, String words, double at, double baseline, Anchor anchor) {
    if (!words.isEmpty()) {
      set(ink, words, lettering.line(words), at, baseline, anchor);
    }
  }

  /** Sets lines below one another and returns the baseline for what follows. */
  double paragraph(
      Ink ink, Lettering lettering, String words, double start, double baseline, double across) {
    double at = baseline;
    for (var line : lettering.lines(words, (float) across)) {
      set(ink, words, line, start, at, Anchor.START);
      at += lettering.size() * 1.5;
    }
    return at;
  }

  private void set(
      Ink ink, String words, TextLayout line, double at, double baseline, Anchor anchor) {
    double advance = line.getVisibleAdvance();
    double start =
        switch (anchor) {
          case START -> at;
          case MIDDLE -> at - advance / 2;
          case END -> at - advance;
        };
    double left = left(start, advance);
    pen.setColor(ink.color());
    line.draw(pen, (float) left, (float) baseline);
    var box = line.getBounds();
    labels.add(
        new Label(
            words,
            new Rectangle2D.Double(
                left + box.getX(), baseline + box.getY(), box.getWidth(), box.getHeight())));
  }

  /** The words set so far and their places. */
  List<Label> labels() {
    return List.copyOf(labels);
  }

  byte[] png() {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    pen.dispose();
  }

  private Shape circle(double across, double down, double radius) {
    return new Ellipse2D.Double(x(across) - radius, down - radius, 2 * radius, 2 * radius);
  }

  private void fill(Ink ink, Shape shape) {
    pen.setColor(ink.color());
    pen.fill(shape);
  }

  private void draw(Ink ink, Shape shape, float thick, boolean dashed) {
    pen.setColor(ink.color());
    pen.setStroke(
        dashed
            ? new BasicStroke(
                thick, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 3}, 0)
            : new BasicStroke(thick));
    pen.draw(shape);
  }

  private double x(double fromStart) {
    return mirrored ? width - fromStart : fromStart;
  }

  private double left(double start, double across) {
    return mirrored ? width - start - across : start;
  }
}
