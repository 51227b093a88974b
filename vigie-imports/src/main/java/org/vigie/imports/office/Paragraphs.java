package org.vigie.imports.office;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Moment;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Records;

/** The paragraph that is being read, and the ones before it. Empty ones are left out. */
final class Paragraphs {

  private static final int MOST_PICTURES = 1000; // in one paragraph

  private final Records records;
  private final int longest;
  private final StringBuilder words = new StringBuilder();
  private final List<Item> pictures = new ArrayList<>();
  private @Nullable Item open;
  private @Nullable String author;
  private Moment when = Moment.unknown("");
  private Kind kind = Kind.TEXT;
  private long number;
  private int nested;
  private boolean cut;
  private boolean changed;

  Paragraphs(Records records, ReadOptions options) {
    this.records = records;
    this.longest = options.limits().messageBytes();
  }

  /** Whom what follows is by, where the document says so: in comments and changes. */
  void by(@Nullable String name, Moment at, Kind what) {
    author = name;
    when = at;
    kind = what;
  }

  /** A paragraph begins, or one within the open one. */
  void begin(long at) throws IOException {
    if (open != null) {
      nested++;
      words.append(words.isEmpty() ? "" : "\n");
      return;
    }
    records.frame(at);
    open = new Item(at, ++number).at(when).by(author).is(kind);
    words.setLength(0);
    cut = false;
    changed = false;
  }

  /** Whether a paragraph is open. */
  boolean isOpen() {
    return open != null;
  }

  /** Characters of it. */
  void add(String text) {
    if (open != null) {
      var left = longest - words.length();
      cut |= text.length() > left;
      words.append(text, 0, Math.max(0, Math.min(left, text.length())));
    }
  }

  /** Something in it was written or taken out later. */
  void changed() {
    changed = true;
  }

  /** A picture or a file within the document. */
  void picture(long at, @Nullable String name) throws IOException {
    var picture = new Item(at, Math.max(1, number)).at(when).by(author).embedded(name);
    if (open == null) {
      records.frame(at);
      records.add(picture);
    } else if (pictures.size() < MOST_PICTURES) {
      pictures.add(picture);
    } else {
      cut = true;
    }
  }

  /** The paragraph, or one within it, is over. */
  void end() throws IOException {
    var item = open;
    if (item == null) {
      return;
    }
    if (nested > 0) {
      nested--;
      return;
    }
    open = null;
    var text = words.toString().strip();
    if (!text.isEmpty() || changed) {
      item.says(text).flagIf(cut, Flag.CUT).flagIf(changed, Flag.EDITED);
      records.add(item);
    }
    for (var picture : pictures) {
      records.add(picture);
    }
    pictures.clear();
  }

  /** What is left at the end of the document. */
  void close() throws IOException {
    nested = 0;
    end();
    for (var picture : pictures) {
      records.add(picture);
    }
    pictures.clear();
  }

  /** Where warnings go. */
  void warnIf(boolean holds, String sentence) {
    records.tally().warnIf(holds, sentence);
  }
}
