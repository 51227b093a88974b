package org.vigie.typeset;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Sets blocks under one another on the pages. */
final class BlockSetter {

  static final double BODY = 10;
  static final double SMALL = 9;

  /** An entry of the outline. */
  record Mark(int level, String words, Sheet sheet, double y) {}

  /** A text with its looks, ready to be drawn. */
  private record Part(Lines.Broken text, LinePainter painter, double gap) {}

  private final Sheets sheets;
  private final Tag document;
  private final Images images;
  private final TableSetter tables;
  private final List<Mark> marks = new ArrayList<>();

  BlockSetter(Sheets sheets, Tag document, Images images) {
    this.sheets = sheets;
    this.document = document;
    this.images = images;
    this.tables = new TableSetter(sheets, document);
  }

  List<Mark> marks() {
    return marks;
  }

  void set(Block block) {
    switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Paragraph paragraph -> paragraph(paragraph.text());
      case Block.Items items -> items(items);
      case Block.Table table -> tables.set(table);
      case Block.KeyValues pairs -> tables.set(pairs);
      case Block.Figure figure -> figure(figure);
      case Block.Callout callout -> callout(callout);
      case Block.PageBreak pageBreak -> {
        if (!sheets.atTop()) {
          sheets.turn();
        }
      }
    }
  }

  private void heading(Block.Heading heading) {
    var level = heading.level();
    var size = new double[] {18, 13.5, 11.5, 10.5}[level - 1];
    var tag = document.child("H" + level, heading.text());
    var lines = Lines.breakInto(heading.text(), size, true, Sheets.WIDTH);
    // A heading does not stay behind at the foot of a page.
    sheets.ensure(lines.height() + 46);
    sheets.gap(level == 1 ? 6 : size * 0.7);
    marks.add(new Mark(level, heading.text().words(), sheets.current(), sheets.y()));
    flow(lines, new LinePainter(lines, tag, Ink.Colour.HEADING), Sheets.LEFT, Sheets.WIDTH);
    sheets.down(level == 1 ? 6 : 3);
  }

  private void paragraph(Text text) {
    var lines = Lines.breakInto(text, BODY, false, Sheets.WIDTH);
    var painter = new LinePainter(lines, document.child("P", text), Ink.Colour.TEXT);
    keepFirstLines(lines);
    flow(lines, painter, Sheets.LEFT, Sheets.WIDTH);
    sheets.gap(5);
  }

  /** No first line stays alone at the foot of a page. */
  private void keepFirstLines(Lines.Broken lines) {
    sheets.ensure(lines.lines().stream().limit(2).mapToDouble(Line::height).sum());
  }

  private void flow(Lines.Broken lines, LinePainter painter, double x, double width) {
    for (var line : lines.lines()) {
      sheets.ensure(line.height());
      painter.paint(sheets.current(), line, x, width, sheets.y());
      sheets.down(line.height());
    }
  }

  private void items(Block.Items items) {
    if (items.items().isEmpty()) {
      return;
    }
    var list = document.child("L");
    list.attribute(
        "List", "ListNumbering", COSName.getPDFName(items.numbered() ? "Decimal" : "Disc"));
    var indent = items.numbered() ? 24.0 : 14.0;
    var number = items.first();
    for (var text : items.items()) {
      var item = list.child("LI");
      var words = items.numbered() ? number++ + "." : "\u2022";
      var label = Lines.breakInto(Text.of(text.language(), words), BODY, false, indent);
      var labelPainter = new LinePainter(label, item.child("Lbl", text), Ink.Colour.MUTED);
      var lines = Lines.breakInto(text, BODY, false, Sheets.WIDTH - indent);
      keepFirstLines(lines);
      var first = label.lines().getFirst();
      // Both stand on one base line, though the scripts differ in height.
      var drop = lines.lines().getFirst().ascent() - first.ascent();
      var edge = lines.rightToLeft() ? Sheets.LEFT + Sheets.WIDTH - first.width() : Sheets.LEFT;
      labelPainter.paint(sheets.current(), first, edge, first.width(), sheets.y() - drop);
      var painter = new LinePainter(lines, item.child("LBody", text), Ink.Colour.TEXT);
      flow(lines, painter, Sheets.LEFT + (lines.rightToLeft() ? 0 : indent), Sheets.WIDTH - indent);
      sheets.gap(2);
    }
    sheets.gap(4);
  }

  private void callout(Block.Callout callout) {
    var quote = callout.kind() == Block.Callout.Kind.QUOTE;
    var group = document.child(quote ? "BlockQuote" : "Sect");
    var width = Sheets.WIDTH - 22;
    var parts = new ArrayList<Part>();
    var title = callout.title();
    if (title != null) {
      parts.add(part(group, title, true, width));
    }
    callout.body().forEach(text -> parts.add(part(group, text, false, width)));
    var height = parts.stream().mapToDouble(p -> p.text().height() + p.gap()).sum();
    sheets.gap(2);
    if (height < Sheets.fullHeight() / 3) {
      sheets.ensure(height + 12);
    }
    boxed(callout.kind(), parts, width);
    sheets.gap(8);
  }

  private static Part part(Tag group, Text text, boolean bold, double width) {
    var lines = Lines.breakInto(text, BODY, bold, width);
    var painter = new LinePainter(lines, group.child("P", text), Ink.Colour.TEXT);
    return new Part(lines, painter, bold ? 1 : 3);
  }

  /** Draws as many lines as a page holds inside a box, then goes on in a box on the next. */
  private void boxed(Block.Callout.Kind kind, List<Part> parts, double width) {
    record Row(Part part, Line line, double height) {}
    var rows = new ArrayList<Row>();
    for (var part : parts) {
      var lines = part.text().lines();
      for (var i = 0; i < lines.size(); i++) {
        var gap = i == lines.size() - 1 ? part.gap() : 0;
        rows.add(new Row(part, lines.get(i), lines.get(i).height() + gap));
      }
    }
    for (var from = 0; from < rows.size(); ) {
      var to = from;
      var height = 9.0;
      while (to < rows.size() && (to == from || height + rows.get(to).height() <= sheets.room())) {
        height += rows.get(to++).height();
      }
      box(kind, height);
      sheets.down(6);
      for (var row : rows.subList(from, to)) {
        row.part()
            .painter()
            .paint(sheets.current(), row.line(), Sheets.LEFT + 12, width, sheets.y());
        sheets.down(row.height());
      }
      sheets.down(3);
      from = to;
      if (from < rows.size()) {
        sheets.turn();
      }
    }
  }

  private void box(Block.Callout.Kind kind, double height) {
    var ink = sheets.current().ink();
    var foot = sheets.y() - height;
    ink.beginArtifact();
    switch (kind) {
      case NOTE -> ink.fill(Ink.Colour.TINT, Sheets.LEFT, foot, Sheets.WIDTH, height);
      case WARNING -> ink.fill(Ink.Colour.WARNING_TINT, Sheets.LEFT, foot, Sheets.WIDTH, height);
      case QUOTE -> {}
    }
    var bar =
        switch (kind) {
          case NOTE -> Ink.Colour.HEADING;
          case WARNING -> Ink.Colour.WARNING;
          case QUOTE -> Ink.Colour.QUOTE;
        };
    ink.fill(bar, Sheets.LEFT, foot, 2.5, height);
    ink.end();
  }

  private void figure(Block.Figure figure) {
    var pixels = figure.picture().pixels();
    var scale =
        Math.min(
            0.75, // A pixel of a screen is three quarters of a point; larger would only blur.
            Math.min(
                Sheets.WIDTH / pixels.getWidth(), Sheets.fullHeight() * 0.8 / pixels.getHeight()));
    var width = pixels.getWidth() * scale;
    var height = pixels.getHeight() * scale;
    sheets.ensure(height + 24);
    var tag = document.child("Figure", figure.alternative());
    tag.alternative(figure.alternative().words());
    var foot = sheets.y() - height;
    var box = new PDRectangle((float) Sheets.LEFT, (float) foot, (float) width, (float) height);
    tag.attribute("Layout", "BBox", box.getCOSArray());
    tag.attribute("Layout", "Placement", COSName.getPDFName("Block"));
    var sheet = sheets.current();
    sheet.begin(tag);
    sheet.ink().image(images.resource(figure.picture()), Sheets.LEFT, foot, width, height);
    sheet.ink().end();
    sheets.down(height + 3);
    var caption = figure.caption();
    if (caption != null) {
      var lines = Lines.breakInto(caption, SMALL, false, Sheets.WIDTH);
      flow(
          lines,
          new LinePainter(lines, document.child("P", caption), Ink.Colour.MUTED),
          Sheets.LEFT,
          Sheets.WIDTH);
    }
    sheets.gap(6);
  }
}
