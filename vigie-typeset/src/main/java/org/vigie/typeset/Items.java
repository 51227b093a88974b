package org.vigie.typeset;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a paragraph into stretches of one face and one direction. */
final class Items {

  private static final List<Typeface> FALLBACK =
      List.of(Typeface.SANS, Typeface.NASKH, Typeface.PERSIAN, Typeface.TIBETAN, Typeface.HAN);

  /**
   * A stretch of characters; positions count from the start of the composition.
   *
   * @param face null if no face of ours has the characters
   */
  record Item(int start, int end, boolean rightToLeft, @Nullable Typeface face) {
    Item within(int from, int to) {
      return new Item(Math.max(start, from), Math.min(end, to), rightToLeft, face);
    }
  }

  private final Composition composition;
  private final boolean bold;
  private final List<Item> items = new ArrayList<>();

  private Items(Composition composition, boolean bold) {
    this.composition = composition;
    this.bold = bold;
  }

  /** The stretches of the paragraph that begins at {@code offset}, in reading order. */
  static List<Item> of(Composition composition, Bidi paragraph, int offset, boolean bold) {
    var work = new Items(composition, bold);
    for (var position = 0; position < paragraph.getLength(); ) {
      var level = paragraph.getLogicalRun(position);
      work.cut(offset + position, offset + level.getLimit(), level.isOddRun());
      position = level.getLimit();
    }
    return work.items;
  }

  private void cut(int start, int end, boolean rightToLeft) {
    var chars = composition.chars();
    Typeface current = null;
    var from = start;
    for (var i = start; i < end; ) {
      var c = chars.codePointAt(i);
      var face = i > start && attaches(c, current) ? current : pick(c, i, current);
      if (i > start && face != current) {
        items.add(new Item(from, i, rightToLeft, current));
        from = i;
      }
      current = face;
      i += Character.charCount(c);
    }
    items.add(new Item(from, end, rightToLeft, current));
  }

  /** Marks and invisible characters stay with the letter before them. */
  private static boolean attaches(int c, @Nullable Typeface current) {
    return ignorable(c)
        || UCharacter.getIntPropertyValue(c, UProperty.GRAPHEME_CLUSTER_BREAK)
            == UCharacter.GraphemeClusterBreak.EXTEND
        || (mark(c) && (current == null || current.shows(c)));
  }

  private static boolean mark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  /** Whether it is never seen by itself. */
  static boolean ignorable(int c) {
    return UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  private @Nullable Typeface pick(int c, int position, @Nullable Typeface current) {
    var strong = bold || composition.run(position).bold();
    var latin = strong ? Typeface.SANS_BOLD : Typeface.SANS;
    if (ignorable(c)) {
      return current == null ? latin : current;
    }
    var script = UScript.getScript(c);
    var common = script == UScript.COMMON || script == UScript.INHERITED;
    if (common && current != null && ofWeight(current, strong) && current.shows(c)) {
      return current;
    }
    var first = Typeface.of(script, composition.language(position), strong);
    if (first.shows(c)) {
      return first;
    }
    for (var face : FALLBACK) {
      if (face.shows(c)) {
        return face;
      }
    }
    return null;
  }

  /** A space after bold words is not bold because they were. */
  private static boolean ofWeight(Typeface face, boolean strong) {
    return switch (face) {
      case SANS, NASKH -> !strong;
      case SANS_BOLD, NASKH_BOLD -> strong;
      case PERSIAN, NASTALIQ, TIBETAN, HAN -> true;
    };
  }
}
