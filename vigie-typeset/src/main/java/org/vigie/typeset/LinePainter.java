package org.vigie.typeset;

import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Draws the lines of one text and tags them: its links and its words in other languages too. */
final class LinePainter {

  private final Lines.Broken text;
  private final @Nullable Tag tag;
  private final Ink.Colour colour;
  private final Map<Integer, Tag> inner = new HashMap<>();

  /**
   * A painter of {@code text}.
   *
   * @param tag element the text belongs to, or null if it is only there for the eye
   */
  LinePainter(Lines.Broken text, @Nullable Tag tag, Ink.Colour colour) {
    this.text = text;
    this.tag = tag;
    this.colour = colour;
  }

  /** Draws {@code line} with its top at {@code top}, between {@code x} and {@code x + width}. */
  void paint(Sheet sheet, Line line, double x, double width, double top) {
    var left = text.rightToLeft() ? x + width - line.width() : x;
    var origin = left - line.lead();
    var base = top - line.ascent();
    var ink = sheet.ink();
    Tag open = null;
    var begun = false;
    for (var cluster : line.clusters()) {
      var owner = owner(cluster.start());
      if (!begun || owner != open) {
        close(ink, begun);
        open(sheet, owner, cluster.start());
        open = owner;
        begun = true;
      }
      ink.cluster(cluster, origin, base);
      link(sheet, cluster, owner, origin, base);
    }
    close(ink, begun);
  }

  private void open(Sheet sheet, @Nullable Tag owner, int position) {
    if (owner == null) {
      sheet.ink().beginArtifact();
    } else {
      sheet.begin(owner);
    }
    var linked = text.composition().run(position).link() != null;
    sheet.ink().beginText(linked ? Ink.Colour.LINK : colour);
  }

  private static void close(Ink ink, boolean begun) {
    if (begun) {
      ink.endText();
      ink.end();
    }
  }

  private @Nullable Tag owner(int position) {
    if (tag == null) {
      return null;
    }
    var run = text.composition().run(position);
    var language = run.language();
    if (run.link() == null && language == null) {
      return tag;
    }
    return inner.computeIfAbsent(
        text.composition().runIndex(position),
        index -> {
          var child = tag.child(run.link() == null ? "Span" : "Link");
          return language == null ? child : child.language(language);
        });
  }

  private void link(
      Sheet sheet, Line.Cluster cluster, @Nullable Tag owner, double origin, double base) {
    var run = text.composition().run(cluster.start());
    var target = run.link();
    if (target == null || owner == null) {
      return;
    }
    var area = new PDRectangle();
    area.setLowerLeftX((float) (origin + cluster.left()));
    area.setLowerLeftY((float) (base - 3));
    area.setUpperRightX((float) (origin + cluster.right()));
    area.setUpperRightY((float) (base + 9));
    var links = sheet.links();
    var last = links.isEmpty() ? null : links.getLast();
    var same =
        last != null && last.tag() == owner && last.area().getLowerLeftY() == area.getLowerLeftY();
    if (same && last != null) {
      last.area().setLowerLeftX(Math.min(last.area().getLowerLeftX(), area.getLowerLeftX()));
      last.area().setUpperRightX(Math.max(last.area().getUpperRightX(), area.getUpperRightX()));
    } else {
      links.add(new Sheet.Link(owner, area, target, run.words()));
    }
  }
}
