package org.vigie.node.demo.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.vigie.kernel.Language;
import org.vigie.node.demo.story.ScreenScript;
import org.vigie.node.picture.Lettering;
import org.vigie.typeset.Headless;

/** The picture a person takes of a telephone's whole screen: status bar, sender, messages. */
public final class PhoneScreen {

  private static final int WIDTH = 360;
  private static final int HEIGHT = 720;
  private static final int DENSITY = 2;
  private static final int STATUS = 28;
  private static final int HEADER = 56;
  private static final int MARGIN = 12;
  private static final int PADDING = 10;
  private static final int BUBBLE = 250;
  private static final float LEADING = 1.75f;

  private final ScreenScript screen;
  private final Graphics2D pen;
  private final boolean mirrored;
  private final String clock;

  private PhoneScreen(ScreenScript screen, Graphics2D pen) {
    this.screen = screen;
    this.pen = pen;
    mirrored = screen.language().direction().equals("rtl");
    clock = screen.at().format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
  }

  /** Draws the screen as PNG. */
  public static byte[] png(ScreenScript screen) {
    Headless.prepare();
    var image = new BufferedImage(WIDTH * DENSITY, HEIGHT * DENSITY, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.scale(DENSITY, DENSITY);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    new PhoneScreen(screen, pen).draw();
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void draw() {
    fill(0xECE7DF, 0, 0, WIDTH, HEIGHT);
    fill(0x1F4D45, 0, 0, WIDTH, STATUS + HEADER);
    status();
    header();
    double top = STATUS + HEADER + 18;
    for (var words : screen.bubbles()) {
      top = bubble(words, top) + 8;
    }
    fill(0xFFFFFF, 0, HEIGHT - 52, WIDTH, 52);
    pen.setColor(new Color(0xB9C0C4));
    pen.drawRoundRect(MARGIN, HEIGHT - 42, WIDTH - 2 * MARGIN, 32, 32, 32);
  }

  private void status() {
    words(new Lettering(Language.EN, 12, true).line(clock), 0xFFFFFF, MARGIN, 19);
    for (int bar = 0; bar < 4; bar++) {
      fill(0xFFFFFF, WIDTH - 66 + bar * 5, 18 - bar * 3, 3, 3 + bar * 3);
    }
    pen.drawRect(WIDTH - 38, 9, 20, 9);
    fill(0xFFFFFF, WIDTH - 36, 11, 8, 6);
    fill(0xFFFFFF, WIDTH - 17, 12, 2, 4);
  }

  private void header() {
    pen.setColor(new Color(0x8FA9A3));
    pen.fillOval(mirrored ? WIDTH - MARGIN - 36 : MARGIN, STATUS + 10, 36, 36);
    var name = new Lettering(screen.language(), 16, true).line(screen.sender());
    words(name, 0xFFFFFF, start(MARGIN + 48, name), STATUS + 34);
  }

  private double bubble(String text, double top) {
    var lettering = new Lettering(screen.language(), 16, false);
    var lines = lettering.lines(text, BUBBLE);
    double across =
        lines.stream().mapToDouble(TextLayout::getAdvance).max().orElse(0) + 2 * PADDING;
    across = Math.max(across, 80);
    double line = lettering.size() * LEADING;
    double down = lines.size() * line + 2 * PADDING + 12;
    pen.setColor(Color.WHITE);
    pen.fillRoundRect(
        (int) (mirrored ? WIDTH - MARGIN - across : MARGIN),
        (int) top,
        (int) across,
        (int) down,
        16,
        16);
    double baseline = top + PADDING + lettering.size() * 1.15;
    for (var layout : lines) {
      words(layout, 0x1A1F22, start(MARGIN + PADDING, layout), baseline);
      baseline += line;
    }
    var time = new Lettering(Language.EN, 10, false).line(clock);
    double end = MARGIN + across - PADDING - time.getAdvance();
    words(time, 0x66706F, mirrored ? WIDTH - end - time.getAdvance() : end, top + down - 7);
    return top + down;
  }

  private double start(double fromStart, TextLayout words) {
    return mirrored ? WIDTH - fromStart - words.getAdvance() : fromStart;
  }

  private void words(TextLayout words, int rgb, double left, double baseline) {
    pen.setColor(new Color(rgb));
    words.draw(pen, (float) left, (float) baseline);
  }

  private void fill(int rgb, int left, int top, int across, int down) {
    pen.setColor(new Color(rgb));
    pen.fillRect(left, top, across, down);
  }
}
