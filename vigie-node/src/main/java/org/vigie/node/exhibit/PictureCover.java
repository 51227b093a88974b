package org.vigie.node.exhibit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.vigie.imports.BytesSource;
import org.vigie.imports.cage.CageJob;
import org.vigie.imports.picture.Box;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.register.OpenRegister;

/**
 * Covers parts of pictures in copies, in the cage. Protects what was under a part: its points are
 * replaced, never blurred, and nothing of the file but points goes on. Does not protect what the
 * points left give away. Safe for use by several threads.
 */
public final class PictureCover {

  /** Columns of the grid over a picture. */
  public static final int COLUMNS = 8;

  private static final int LONGEST_SIDE = 4096;
  private static final int MOST_ROWS = 16;

  private final Supplier<Cage> cage;
  private final CoveredCopies copies;

  /** Copies kept by {@code copies}; {@code cage} is asked for when one is made. */
  public PictureCover(Supplier<Cage> cage, CoveredCopies copies) {
    this.cage = cage;
    this.copies = copies;
  }

  /** Whether parts of {@code exhibit} are covered as of a picture. */
  public static boolean possible(Exhibit exhibit) {
    return exhibit.derived("preview").isPresent()
        && exhibit.derived("messages").isEmpty()
        && exhibit.derived("text").isEmpty();
  }

  /** Rows of the grid over the picture of {@code exhibit}. */
  public static int rows(Exhibit exhibit) {
    var size = size(exhibit);
    return Math.clamp(Math.round((float) COLUMNS * size.height() / size.width()), 2, MOST_ROWS);
  }

  /** Width and height in points, upright. */
  private record Size(int width, int height) {}

  /** What the cage said of the picture, put upright as it is shown. */
  private static Size size(Exhibit exhibit) {
    var facts = facts(exhibit);
    var width = Facts.number(facts, "width");
    var height = Facts.number(facts, "height");
    var shown = shown(exhibit);
    var turned = width > height != shown.get(0) > shown.get(1) && width != height;
    return turned ? new Size(height, width) : new Size(width, height);
  }

  /** Points of the preview, so that a page knows the room it takes: width, then height. */
  public static List<Integer> shown(Exhibit exhibit) {
    var facts = facts(exhibit);
    return List.of(Facts.number(facts, "shown-width"), Facts.number(facts, "shown-height"));
  }

  private static Map<String, String> facts(Exhibit exhibit) {
    return Facts.of(exhibit.derived("preview").map(ExhibitDerived::report).orElse(""));
  }

  /**
   * A copy of the picture without these parts and without metadata, kept.
   *
   * @throws ExhibitRefused {@code exhibit.uncoverable} if it is no picture that is shown here
   */
  public ExhibitDerived cover(OpenRegister file, Exhibit exhibit, CoverPlan plan)
      throws Refusal, IOException {
    if (!possible(exhibit)) {
      throw ExhibitRefused.uncoverable();
    }
    var size = size(exhibit);
    var rows = rows(exhibit);
    var boxes = new ArrayList<Box>();
    for (var cell : plan.cells()) {
      var column = (cell - 1) % COLUMNS;
      var row = (cell - 1) / COLUMNS;
      if (cell >= 1 && row < rows) {
        boxes.add(box(size, column, column + 1, COLUMNS, row, row + 1, rows));
      }
    }
    plan.areas().forEach(area -> boxes.add(box(size, area)));
    var out = new ByteArrayOutputStream();
    var source = new BytesSource(CoveredCopies.bytes(file, Stills.points(exhibit)));
    cage.get().run(CageJob.redactImage(LONGEST_SIDE, boxes, plan.plain()), source, out);
    var how = exhibit.derived(Stills.KIND).map(made -> "picture, " + made.tool());
    return copies.keep(file, exhibit, out.toByteArray(), "image/png", how.orElse("picture"), plan);
  }

  /** The preview as it is being pointed at: what is covered so far, and the first corner. */
  public byte[] look(OpenRegister file, Exhibit exhibit, Pointing pointing)
      throws Refusal, IOException {
    var preview = exhibit.derived("preview").orElseThrow(ExhibitRefused::notFound);
    var shown = shown(exhibit);
    var size = new Size(shown.get(0), shown.get(1));
    var boxes = pointing.areas().stream().map(area -> box(size, area)).toList();
    var marks = new ArrayList<Box>();
    pointing.corner().ifPresent(corner -> marks.addAll(cross(size, corner)));
    var out = new ByteArrayOutputStream();
    var source = new BytesSource(CoveredCopies.bytes(file, preview.bytes()));
    var side = 2 * Math.max(pointing.width(exhibit), pointing.height(exhibit));
    cage.get().run(CageJob.markImage(side, boxes, marks), source, out);
    return out.toByteArray();
  }

  private static List<Box> cross(Size size, Pointing.Corner corner) {
    var x = size.width() * corner.across() / 1000;
    var y = size.height() * corner.down() / 1000;
    var thick = Math.max(1, Math.max(size.width(), size.height()) / 150);
    var arm = 8 * thick;
    return List.of(
        new Box(x - arm, y - thick / 2, 2 * arm, thick),
        new Box(x - thick / 2, y - arm, thick, arm - thick / 2),
        new Box(x - thick / 2, y - thick / 2 + thick, thick, arm - thick / 2));
  }

  private static Box box(Size size, CoverPlan.Area area) {
    var right = area.left() + area.width();
    return box(size, area.left(), right, 100, area.top(), area.top() + area.height(), 100);
  }

  /** A box widened to whole points, so that nothing shines through between two parts. */
  private static Box box(Size size, int x0, int x1, int across, int y0, int y1, int down) {
    var left = (int) Math.floor((double) size.width() * x0 / across);
    var top = (int) Math.floor((double) size.height() * y0 / down);
    var right = (int) Math.ceil((double) size.width() * x1 / across);
    var bottom = (int) Math.ceil((double) size.height() * y1 / down);
    return new Box(left, top, right - left, bottom - top);
  }
}
