package org.vigie.node.demo.files;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.vigie.typeset.Headless;

/** Photographs of places that do not exist: painted, blurred and grained, as JPEG. */
public final class Photo {

  private static final int WIDTH = 960;
  private static final int HEIGHT = 720;

  private Photo() {}

  /** A dark figure across the street at dusk, seen from a window. */
  public static byte[] pavement(long seed) {
    return taken(seed, Photo::paintPavement);
  }

  /** A front door at night. */
  public static byte[] door(long seed) {
    return taken(seed, Photo::paintDoor);
  }

  private static byte[] taken(long seed, Consumer<Graphics2D> scene) {
    Headless.prepare();
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var brush = image.createGraphics();
    brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    scene.accept(brush);
    brush.dispose();
    return jpeg(grained(blurred(image), new SplittableRandom(seed)));
  }

  private static void paintPavement(Graphics2D brush) {
    sky(brush, new Color(0x2A3350), new Color(0x8A6A5C));
    brush.setColor(new Color(0x3A3436));
    brush.fillRect(0, 120, WIDTH, 420);
    for (int floor = 0; floor < 2; floor++) {
      for (int window = 0; window < 7; window++) {
        var lit = (window * 5 + floor * 3) % 4 == 0;
        brush.setColor(lit ? new Color(0xE8C27A) : new Color(0x232227));
        brush.fillRect(50 + window * 130, 160 + floor * 150, 70, 100);
      }
    }
    brush.setColor(new Color(0x5A5654));
    brush.fillRect(0, 540, WIDTH, 60);
    brush.setColor(new Color(0x2B2A2C));
    brush.fillRect(0, 600, WIDTH, 120);
    brush.setColor(new Color(0x141317));
    brush.fill(new Ellipse2D.Double(586, 352, 44, 52));
    brush.fillRoundRect(566, 398, 84, 130, 40, 40);
    brush.fillRect(578, 500, 24, 70);
    brush.fillRect(614, 500, 24, 70);
    brush.fillRoundRect(540, 412, 60, 18, 10, 10);
    brush.setColor(new Color(0x9DB4C0));
    brush.fillRect(532, 404, 14, 26);
  }

  private static void paintDoor(Graphics2D brush) {
    sky(brush, new Color(0x1B1D22), new Color(0x3C342C));
    brush.setColor(new Color(0x6B5E4E));
    brush.fillRect(90, 0, 780, 640);
    brush.setColor(new Color(0x24463C));
    brush.fillRect(350, 160, 260, 480);
    brush.setColor(new Color(0x1A352D));
    brush.fillRect(378, 196, 86, 180);
    brush.fillRect(496, 196, 86, 180);
    brush.fillRect(378, 412, 86, 190);
    brush.fillRect(496, 412, 86, 190);
    brush.setColor(new Color(0xD9B65C));
    brush.fill(new Ellipse2D.Double(468, 392, 24, 24));
    brush.setColor(new Color(0xF3E2A8));
    brush.fill(new Ellipse2D.Double(452, 70, 56, 56));
    brush.setColor(new Color(0x33302E));
    brush.fillRect(0, 640, WIDTH, 80);
  }

  private static void sky(Graphics2D brush, Color top, Color bottom) {
    brush.setPaint(new GradientPaint(0, 0, top, 0, HEIGHT, bottom));
    brush.fillRect(0, 0, WIDTH, HEIGHT);
  }

  private static BufferedImage blurred(BufferedImage image) {
    var weights = new float[25];
    Arrays.fill(weights, 1f / weights.length);
    var soft = new ConvolveOp(new Kernel(5, 5, weights), ConvolveOp.EDGE_NO_OP, null);
    return Objects.requireNonNull(soft.filter(image, null));
  }

  private static BufferedImage grained(BufferedImage image, SplittableRandom random) {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int grain = random.nextInt(25) - 12;
        int rgb = image.getRGB(x, y);
        int red = Math.clamp((rgb >> 16 & 0xFF) + grain, 0, 255);
        int green = Math.clamp((rgb >> 8 & 0xFF) + grain, 0, 255);
        int blue = Math.clamp((rgb & 0xFF) + grain, 0, 255);
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return image;
  }

  private static byte[] jpeg(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
