package org.vigie.typeset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing under another on the page. */
public sealed interface Block {

  /**
   * A heading; it also becomes an entry of the outline.
   *
   * @param level 1 to 4; a level follows its parent (PDF/UA-1, 7.4.2)
   * @param text what it says
   */
  record Heading(int level, Text text) implements Block {
    /**
     * Checks the level.
     *
     * @throws IllegalArgumentException if it is not 1 to 4
     */
    public Heading {
      if (level < 1 || level > 4) {
        throw new IllegalArgumentException("a heading has a level from 1 to 4");
      }
    }
  }

  /** A paragraph. */
  record Paragraph(Text text) implements Block {}

  /**
   * Items under one another.
   *
   * @param numbered from 1, or with bullets
   * @param first the first number
   * @param items one paragraph each
   */
  record Items(boolean numbered, int first, List<Text> items) implements Block {
    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }

    /** Bullets. */
    public static Items bullets(List<Text> items) {
      return new Items(false, 1, items);
    }

    /** Numbers from one. */
    public static Items numbered(List<Text> items) {
      return new Items(true, 1, items);
    }
  }

  /**
   * A table whose head is shown again on each page it reaches.
   *
   * @param caption what it shows, or null
   * @param shares relative width of each column
   * @param head one text for each column
   * @param rows as many texts as columns in each
   */
  record Table(@Nullable Text caption, List<Integer> shares, List<Text> head, List<List<Text>> rows)
      implements Block {
    /**
     * Copies the lists and counts the columns.
     *
     * @throws IllegalArgumentException if a row or the head has another number of cells
     */
    public Table {
      shares = List.copyOf(shares);
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
      var columns = shares.size();
      if (head.size() != columns || rows.stream().anyMatch(row -> row.size() != columns)) {
        throw new IllegalArgumentException("every row has as many cells as the table has columns");
      }
    }
  }

  /** Labels with what they stand for, in two columns without lines. */
  record KeyValues(List<Pair> pairs) implements Block {
    /** Copies the list. */
    public KeyValues {
      pairs = List.copyOf(pairs);
    }
  }

  /** A label and what stands beside it. */
  record Pair(Text key, Text value) {}

  /**
   * A picture.
   *
   * @param picture its pixels
   * @param alternative what it shows, for who cannot see it; never empty
   * @param caption a line under it, or null
   */
  record Figure(Picture picture, Text alternative, @Nullable Text caption) implements Block {}

  /**
   * Paragraphs set apart.
   *
   * @param kind how
   * @param title first line in bold, or null
   * @param body the paragraphs
   */
  record Callout(Kind kind, @Nullable Text title, List<Text> body) implements Block {
    /** How a callout looks and what it means. */
    public enum Kind {
      /** Something to know. */
      NOTE,
      /** Something to be careful about. */
      WARNING,
      /** Somebody's own words. */
      QUOTE
    }

    /** Copies the list. */
    public Callout {
      body = List.copyOf(body);
    }
  }

  /** What follows starts on a new page. */
  record PageBreak() implements Block {}
}
