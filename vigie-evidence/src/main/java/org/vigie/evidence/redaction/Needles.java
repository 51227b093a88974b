package org.vigie.evidence.redaction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** The forbidden items, folded, found in one pass however many they are. */
final class Needles {

  /** Folded letters below which a name must stand alone: shorter ones occur inside other words. */
  private static final int SHORT = 5;

  private static final int TAIL = 8;

  private record Needle(int item, String folded, boolean alone) {}

  /** Needles by their first two characters. */
  private static final class Index {
    private final BitSet starts = new BitSet(1 << 16);
    private final Map<Integer, List<Needle>> byStart = new HashMap<>();
    private final List<Needle> single = new ArrayList<>();

    void add(Needle needle) {
      if (needle.folded().length() < 2) {
        single.add(needle);
        return;
      }
      var start = start(needle.folded(), 0);
      starts.set(start);
      byStart.computeIfAbsent(start, s -> new ArrayList<>()).add(needle);
    }

    private static int start(String text, int at) {
      return (text.charAt(at) * 31 + text.charAt(at + 1)) & 0xFFFF;
    }

    void search(String text, IntConsumer found) {
      for (var i = 0; i + 1 < text.length(); i++) {
        var start = start(text, i);
        if (starts.get(start)) {
          for (var needle : byStart.getOrDefault(start, List.of())) {
            if (matches(needle, text, i)) {
              found.accept(needle.item());
            }
          }
        }
      }
      for (var needle : single) {
        for (var i = text.indexOf(needle.folded()); i >= 0; ) {
          if (matches(needle, text, i)) {
            found.accept(needle.item());
          }
          i = text.indexOf(needle.folded(), i + 1);
        }
      }
    }

    private static boolean matches(Needle needle, String text, int at) {
      var end = at + needle.folded().length();
      return text.startsWith(needle.folded(), at)
          && (!needle.alone() || (edge(text, at - 1) && edge(text, end)));
    }

    private static boolean edge(String text, int at) {
      return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }
  }

  private final Index squeezed = new Index();
  private final Index spaced = new Index();
  private final Index digits = new Index();

  Needles(List<Forbidden> items) {
    for (var i = 0; i < items.size(); i++) {
      add(i, items.get(i));
    }
  }

  private void add(int item, Forbidden forbidden) {
    var folded = Folding.fold(forbidden.words()).strip();
    if (forbidden.kind() == Forbidden.Kind.NUMBER) {
      var all = folded.replaceAll("[^0-9]", "");
      var tail = all.length() > TAIL ? all.substring(all.length() - TAIL) : all;
      digits.add(new Needle(item, tail, tail.length() < TAIL));
      return;
    }
    if (forbidden.kind() == Forbidden.Kind.HANDLE && folded.startsWith("@")) {
      folded = folded.substring(1);
    }
    var tight = Folding.squeezed(folded);
    if (tight.length() < SHORT && tight.codePoints().noneMatch(Needles::dense)) {
      spaced.add(new Needle(item, folded, true));
    } else {
      squeezed.add(new Needle(item, tight, false));
    }
  }

  /** Scripts written without spaces, in which two characters are already a name. */
  private static boolean dense(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, TIBETAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }

  /** Reports the number of each item that occurs in {@code text}, however often it does. */
  void search(CharSequence text, IntConsumer found) {
    var folded = Folding.fold(text);
    squeezed.search(Folding.squeezed(folded), found);
    spaced.search(folded, found);
    digits.search(Folding.digits(folded), found);
  }
}
