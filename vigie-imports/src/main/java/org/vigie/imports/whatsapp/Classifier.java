package org.vigie.imports.whatsapp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;

/** Tells what a message is by the words of the application. Not for use by several threads. */
final class Classifier {

  private static final int LONGEST_PHRASE = 400;
  private static final int SHORTEST_PLACE = 8;
  private static final int ENDS = 1 << 15;
  private static final int POLLS = ENDS + 256;

  private final Phrases phrases;
  private final Starts places;
  private final List<byte[]> endings = new ArrayList<>();
  private final BitSet likely = new BitSet(1 << 16);

  private static final int WIDE = 3; // bytes of a wide bracket or colon, EF BC xx
  private static final byte WIDE_OPEN = (byte) 0x88;
  private static final byte WIDE_CLOSE = (byte) 0x89;
  private static final byte WIDE_COLON = (byte) 0x9A;

  /** What the last message is. */
  Kind kind = Kind.TEXT;

  /** The file it names, or null. */
  @Nullable String media;

  /** Whether the name beside it is no author. */
  boolean pseudoAuthor;

  private final boolean marksMean;
  private boolean authored;

  /** What else is known. */
  final Set<Flag> flags = EnumSet.noneOf(Flag.class);

  /** {@code marksMean}: a direction mark at the beginning says that the application wrote it. */
  Classifier(Phrases phrases, boolean marksMean) {
    this.phrases = phrases;
    this.marksMean = marksMean;
    places = new Starts(phrases.locationStart());
    for (var all :
        List.of(phrases.omitted(), phrases.deleted(), phrases.call(), phrases.viewOnce())) {
      for (var phrase : all) {
        var bytes = phrase.getBytes(StandardCharsets.UTF_8);
        likely.set(sign(bytes, 0, bytes.length));
      }
    }
    for (var start : phrases.pollStart()) {
      likely.set(POLLS | (start.getBytes(StandardCharsets.UTF_8)[0] & 0xFF));
    }
    for (var ending : phrases.omittedEnd()) {
      var bytes = ending.getBytes(StandardCharsets.UTF_8);
      likely.set(ENDS | (bytes[bytes.length - 1] & 0xFF));
      endings.add(("\u200E" + ending).getBytes(StandardCharsets.UTF_8));
    }
    likely.set(sign("null".getBytes(StandardCharsets.UTF_8), 0, 4));
  }

  private static int sign(byte[] b, int from, int to) {
    return (b[from] & 0xFF) << 7 ^ (b[to - 1] & 0x7F) ^ Math.min(to - from, 63) << 2;
  }

  /**
   * Looks at one message.
   *
   * @param from where its text begins
   * @param lineEnd where the first line of it ends
   * @param to where all of it ends
   * @param hasAuthor whether a name stands before it
   */
  void look(byte[] b, int from, int lineEnd, int to, boolean hasAuthor) {
    kind = Kind.TEXT;
    media = null;
    pseudoAuthor = false;
    authored = hasAuthor;
    if (!flags.isEmpty()) {
      flags.clear();
    }
    var marked = Marks.mark(b, from, lineEnd) > 0;
    var start = marked ? Marks.skip(b, from, lineEnd) : from;
    var end = trimmed(b, start, lineEnd);
    if (end > start && !simple(b, start, end, lineEnd == to)) {
      attached(b, start, end);
      edited(b, from, to);
      vote(b, start, end, lineEnd == to);
    }
    if (kind == Kind.TEXT && (marked || !hasAuthor) && end > start) {
      generated(text(b, start, Math.min(end, start + LONGEST_PHRASE)), hasAuthor);
    } else if (!hasAuthor && kind == Kind.TEXT) {
      kind = Kind.SYSTEM;
    }
  }

  /** Where a line ends without blanks and one full stop. */
  static int trimmed(byte[] b, int from, int to) {
    var end = b.length > 0 && to > from && b[to - 1] > ' ' ? to : Marks.trimEnd(b, from, to);
    if (end > from && b[end - 1] == '.') {
      return end - 1;
    }
    var ideographicStop =
        end - 3 >= from
            && b[end - 3] == (byte) 0xE3
            && b[end - 2] == (byte) 0x80
            && b[end - 1] == (byte) 0x82;
    return ideographicStop ? end - 3 : end;
  }

  private static String text(byte[] b, int from, int to) {
    return new String(b, from, to - from, StandardCharsets.UTF_8);
  }

  /** Whole lines; true when nothing else can apply. */
  private boolean simple(byte[] b, int start, int end, boolean oneLine) {
    if (end - start > SHORTEST_PLACE && places.at(b, start, end)) {
      flags.add(Flag.LOCATION);
    }
    if (!oneLine || end - start > LONGEST_PHRASE || !likely.get(sign(b, start, end))) {
      return false;
    }
    var line = text(b, start, end);
    if (phrases.omitted().contains(line)) {
      omitted();
      if (phrases.contactOmitted().contains(line)) {
        flags.add(Flag.CONTACT);
      }
    } else if (phrases.deleted().contains(line)) {
      kind = Kind.DELETED;
    } else if (phrases.call().contains(line)) {
      call(line);
    } else if (phrases.viewOnce().contains(line)) {
      omitted();
      flags.add(Flag.VIEW_ONCE);
    } else if (line.equals("null") && authored) {
      kind = Kind.UNKNOWN;
      flags.add(Flag.MAYBE_VIEW_ONCE);
    } else {
      return false;
    }
    return true;
  }

  private void omitted() {
    kind = Kind.MEDIA;
    flags.add(Flag.OMITTED);
  }

  private void call(String line) {
    kind = Kind.CALL;
    if (phrases.missed().stream().anyMatch(line::contains)) {
      flags.add(Flag.MISSED);
    }
  }

  /** A vote is written on lines of its own, after one that says so. */
  private void vote(byte[] b, int start, int end, boolean oneLine) {
    if (oneLine || kind != Kind.TEXT || end - start > LONGEST_PHRASE) {
      return;
    }
    if (likely.get(POLLS | (b[start] & 0xFF))
        && phrases.pollStart().contains(text(b, start, end))) {
      flags.add(Flag.POLL);
    }
  }

  /** {@code name (file attached)} and {@code <attached: name>}. */
  private void attached(byte[] b, int start, int end) {
    if (likely.get(ENDS | (b[end - 1] & 0xFF))) {
      documentOmitted(b, start, end);
    }
    if (b[end - 1] == ')') {
      within(b, start, last(b, start, end, '('), 1, end - 1);
    } else if (end - start > WIDE && isWide(b, end - WIDE, WIDE_CLOSE)) {
      within(b, start, lastWide(b, start, end), WIDE, end - WIDE);
    } else if (b[end - 1] == '>') {
      var open = last(b, start, end, '<');
      var colon = open < start ? -1 : first(b, open, end, ':');
      if (colon > 0 && phrases.attachedIos().contains(inner(b, open + 1, colon))) {
        present(text(b, Marks.skipBlank(b, colon + 1, end - 1), end - 1));
      } else if (open >= start) {
        wideColon(b, open, end);
      }
    }
  }

  /** {@code name (words)}, the bracket before the words being {@code width} bytes. */
  private void within(byte[] b, int start, int open, int width, int close) {
    var name = open > start ? Marks.trimEnd(b, start, open) : start;
    if (name > start && phrases.attachedAndroid().contains(inner(b, open + width, close))) {
      present(text(b, start, name));
    }
  }

  /** Chinese and Japanese phones write a colon as wide as a character. */
  private void wideColon(byte[] b, int open, int end) {
    for (var at = open + 1; at + WIDE < end; at++) {
      if (isWide(b, at, WIDE_COLON)) {
        if (phrases.attachedIos().contains(inner(b, open + 1, at))) {
          present(text(b, Marks.skipBlank(b, at + WIDE, end - 1), end - 1));
        }
        return;
      }
    }
  }

  private static boolean isWide(byte[] b, int at, byte third) {
    return b[at] == (byte) 0xEF && b[at + 1] == (byte) 0xBC && b[at + 2] == third;
  }

  private static int lastWide(byte[] b, int from, int to) {
    for (var at = to - 2 * WIDE; at >= Math.max(from, to - LONGEST_PHRASE); at--) {
      if (isWide(b, at, WIDE_OPEN)) {
        return at;
      }
    }
    return from - 1;
  }

  /** A name, a mark that no person types, and that the document is left out. */
  private void documentOmitted(byte[] b, int start, int end) {
    for (var ending : endings) {
      var from = end - ending.length;
      if (from >= start && Arrays.mismatch(b, from, end, ending, 0, ending.length) < 0) {
        omitted();
      }
    }
  }

  private static String inner(byte[] b, int from, int to) {
    var start = Marks.skipBlank(b, from, to);
    return text(b, start, Math.max(start, Marks.trimEnd(b, start, to)));
  }

  private void present(String name) {
    kind = Kind.MEDIA;
    media = name;
    if (name.endsWith(".vcf")) {
      flags.add(Flag.CONTACT);
    }
  }

  private static int last(byte[] b, int from, int to, char c) {
    var lowest = Math.max(from, to - LONGEST_PHRASE);
    for (var at = to - 1; at >= lowest; at--) {
      if (b[at] == c) {
        return at;
      }
    }
    return from - 1;
  }

  private static int first(byte[] b, int from, int to, char c) {
    for (var at = from; at < to; at++) {
      if (b[at] == c) {
        return at;
      }
    }
    return -1;
  }

  private void edited(byte[] b, int from, int to) {
    var end = Marks.trimEnd(b, from, to);
    if (end <= from || b[end - 1] != '>') {
      return;
    }
    var open = last(b, from, end, '<');
    if (open >= from && phrases.edited().contains(text(b, open, end))) {
      flags.add(Flag.EDITED);
    }
  }

  /**
   * Lines with a direction mark before them or no author. Where marks mean nothing, people who
   * write from right to left type them: words of the application within such a line take nobody's
   * name from it.
   */
  private void generated(String line, boolean hasAuthor) {
    if (flags.contains(Flag.LOCATION)
        || flags.contains(Flag.POLL)
        || (flags.contains(Flag.EDITED) && !hasAuthor)) {
      return;
    }
    if (phrases.callStart().stream().anyMatch(line::startsWith)) {
      call(line);
    } else if (phrases.viewOnceStart().stream().anyMatch(line::startsWith)) {
      omitted();
      flags.add(Flag.VIEW_ONCE);
    } else if ((marksMean || !hasAuthor) && isSystem(line)) {
      kind = Kind.SYSTEM;
      pseudoAuthor = hasAuthor;
    } else if (phrases.omittedEnd().stream().anyMatch(line::endsWith)) {
      omitted();
    } else if (phrases.pollStart().stream().anyMatch(line::startsWith)) {
      flags.add(Flag.POLL);
    } else if (!flags.contains(Flag.EDITED) && (marksMean || !hasAuthor)) {
      kind = Kind.SYSTEM;
      flags.add(Flag.UNRECOGNISED);
    }
    if (pseudoAuthor) {
      flags.add(Flag.PSEUDO_AUTHOR);
    }
  }

  private boolean isSystem(String line) {
    return phrases.systemStart().stream().anyMatch(line::startsWith)
        || phrases.systemInside().stream().anyMatch(line::contains);
  }
}
