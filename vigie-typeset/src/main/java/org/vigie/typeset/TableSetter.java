package org.vigie.typeset;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Sets tables: rows break over pages only when they must, and the head is shown again. */
final class TableSetter {

  private static final double PAD = 4;

  /** A cell with its lines and how many are drawn. */
  private static final class Cell {
    private final Lines.Broken text;
    private final LinePainter painter;
    private int drawn;

    Cell(Lines.Broken text, LinePainter painter) {
      this.text = text;
      this.painter = painter;
    }

    /** Height of the lines not yet drawn that fit into {@code room}; the first always does. */
    double fitting(double room) {
      var height = 0.0;
      for (var line : text.lines().subList(drawn, text.lines().size())) {
        if (height > 0 && height + line.height() > room) {
          break;
        }
        height += line.height();
      }
      return height;
    }

    boolean done() {
      return drawn == text.lines().size();
    }
  }

  /** Where columns are and how rows look. */
  private record Grid(List<Double> lefts, List<Double> widths, boolean ruled) {}

  private final Sheets sheets;
  private final Tag document;

  TableSetter(Sheets sheets, Tag document) {
    this.sheets = sheets;
    this.document = document;
  }

  void set(Block.Table table) {
    var tag = document.child("Table");
    var caption = table.caption();
    if (caption != null) {
      var lines = Lines.breakInto(caption, BlockSetter.SMALL, true, Sheets.WIDTH);
      sheets.ensure(lines.height() + 60);
      var painter = new LinePainter(lines, tag.child("Caption", caption), Ink.Colour.MUTED);
      for (var line : lines.lines()) {
        painter.paint(sheets.current(), line, Sheets.LEFT, Sheets.WIDTH, sheets.y());
        sheets.down(line.height());
      }
      sheets.down(2);
    }
    var grid = grid(table.shares(), true);
    rule();
    row(headCells(table, tag.child("TR"), grid), grid, Ink.Colour.TINT, () -> {});
    for (var texts : table.rows()) {
      var tr = tag.child("TR");
      var cells = new ArrayList<Cell>();
      for (var i = 0; i < texts.size(); i++) {
        cells.add(cell(texts.get(i), tr.child("TD", texts.get(i)), false, grid.widths().get(i)));
      }
      row(
          cells,
          grid,
          null,
          () -> {
            rule();
            row(headCells(table, null, grid), grid, Ink.Colour.TINT, () -> {});
          });
    }
    sheets.gap(9);
  }

  void set(Block.KeyValues pairs) {
    if (pairs.pairs().isEmpty()) {
      return;
    }
    var grid = grid(List.of(3, 8), false);
    var tag = document.child("Table");
    for (var pair : pairs.pairs()) {
      var tr = tag.child("TR");
      var th = tr.child("TH", pair.key()).attribute("Table", "Scope", COSName.getPDFName("Row"));
      var key = cell(pair.key(), th, true, grid.widths().get(0));
      var value = cell(pair.value(), tr.child("TD", pair.value()), false, grid.widths().get(1));
      row(List.of(key, value), grid, null, () -> {});
    }
    sheets.gap(6);
  }

  private static Grid grid(List<Integer> shares, boolean ruled) {
    var sum = shares.stream().mapToInt(Integer::intValue).sum();
    var lefts = new ArrayList<Double>();
    var widths = new ArrayList<Double>();
    var x = Sheets.LEFT;
    for (int share : shares) {
      var width = Sheets.WIDTH * share / sum;
      lefts.add(x);
      widths.add(width);
      x += width;
    }
    return new Grid(lefts, widths, ruled);
  }

  /** The head; without a row to belong to, it is a repetition for the eye. */
  private static List<Cell> headCells(Block.Table table, @Nullable Tag tr, Grid grid) {
    var cells = new ArrayList<Cell>();
    for (var i = 0; i < table.head().size(); i++) {
      var text = table.head().get(i);
      Tag th = null;
      if (tr != null) {
        th = tr.child("TH", text).attribute("Table", "Scope", COSName.getPDFName("Column"));
      }
      cells.add(cell(text, th, true, grid.widths().get(i)));
    }
    return cells;
  }

  private static Cell cell(Text text, @Nullable Tag tag, boolean bold, double width) {
    var lines = Lines.breakInto(text, BlockSetter.SMALL, bold, width - 2 * PAD);
    return new Cell(lines, new LinePainter(lines, tag, Ink.Colour.TEXT));
  }

  private void row(List<Cell> cells, Grid grid, Ink.@Nullable Colour tint, Runnable onNewPage) {
    var pad = grid.ruled() ? PAD : 1.5;
    var whole = cells.stream().mapToDouble(c -> c.text.height()).max().orElse(0) + 2 * pad;
    if (whole > sheets.room() && (whole < Sheets.fullHeight() / 2 || sheets.room() < 60)) {
      sheets.turn();
      onNewPage.run();
    }
    while (true) {
      slice(cells, grid, tint, pad);
      if (cells.stream().allMatch(Cell::done)) {
        return;
      }
      sheets.turn();
      onNewPage.run();
    }
  }

  /** Draws what fits on this page. */
  private void slice(List<Cell> cells, Grid grid, Ink.@Nullable Colour tint, double pad) {
    var room = sheets.room() - 2 * pad;
    var height = cells.stream().mapToDouble(c -> c.fitting(room)).max().orElse(0) + 2 * pad;
    var sheet = sheets.current();
    if (tint != null) {
      sheet.ink().beginArtifact();
      sheet.ink().fill(tint, Sheets.LEFT, sheets.y() - height, Sheets.WIDTH, height);
      sheet.ink().end();
    }
    for (var i = 0; i < cells.size(); i++) {
      var cell = cells.get(i);
      var top = sheets.y() - pad;
      var left = grid.lefts().get(i) + (grid.ruled() || i > 0 ? PAD : 0);
      var stop = top - cell.fitting(room) - 0.001;
      while (!cell.done() && top - cell.text.lines().get(cell.drawn).height() >= stop) {
        var line = cell.text.lines().get(cell.drawn++);
        cell.painter.paint(sheet, line, left, grid.widths().get(i) - 2 * PAD, top);
        top -= line.height();
      }
    }
    sheets.down(height);
    if (grid.ruled()) {
      rule();
    }
  }

  private void rule() {
    var ink = sheets.current().ink();
    ink.beginArtifact();
    ink.rule(Ink.Colour.LINE, Sheets.LEFT, sheets.y(), Sheets.LEFT + Sheets.WIDTH, sheets.y());
    ink.end();
  }
}
