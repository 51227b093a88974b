package org.vigie.imports.whatsapp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.text.EightBytes;

/**
 * The names before the first {@code ": "}. A name may hold a colon itself: where every line of a
 * name goes on with the same second colon, the second one ends it, unless what stands between is
 * the application's own beginning of a file, a place or a call. Names are met twice, in the survey
 * and in the reading.
 */
final class Authors {

  private static final int LONGEST = 200;
  private static final int MOST = 50_000;
  private static final int MOST_NAMED = 1000;
  private static final int ENOUGH = 3;

  /** How doubtful it is that the words of the application stand in a name. */
  private enum Doubt {
    /** They do. */
    NONE,
    /** They are the beginning of a longer word. */
    SOME,
    /** They do not stand there. */
    FULL
  }

  /** A name as far as a colon. */
  static final class Author {
    private final byte[] bytes;
    private final int hash;

    /** The name without marks around it. */
    final String name;

    /** Whether it is the beginning of a line of the application instead. */
    private final Doubt system;

    /** How many heads carried it. */
    int seen;

    /** Whether a message of it was read. */
    boolean known;

    private byte @Nullable [] longer;
    private boolean varies;
    private @Nullable Author whole;

    private Author(byte[] bytes, int hash, Doubt system) {
      this.bytes = bytes;
      this.hash = hash;
      this.name = name(bytes);
      this.system = system;
    }

    /** Nobody is called {@code Joe Leftwich} by the application; who writes often is a person. */
    private boolean isTheApplication() {
      return system == Doubt.NONE || (system == Doubt.SOME && seen < ENOUGH);
    }

    private static String name(byte[] bytes) {
      var from = Marks.skip(bytes, 0, bytes.length);
      var to = Math.max(from, Marks.trimEnd(bytes, from, bytes.length));
      return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
  }

  private final List<String> systemInside;
  private final Starts ofTheApplication;
  private final List<Author> named = new ArrayList<>();
  private Author[] table = new Author[256];
  private int size;
  private long count;
  private int withColon;

  /** Where the text begins after the last {@link #find}. */
  int textStart;

  Authors(List<String> systemInside, Starts ofTheApplication) {
    this.systemInside = systemInside;
    this.ofTheApplication = ofTheApplication;
  }

  /** The author of the line from {@code from} to {@code to}, or null for a line without one. */
  @Nullable Author find(byte[] b, int from, int to) {
    var colon = colon(b, from, to);
    if (colon < 0) {
      return null;
    }
    var author = of(b, from, colon);
    if (author.whole != null && startsWith(b, from, to, author.whole.bytes)) {
      colon = from + author.whole.bytes.length;
      author = author.whole;
    }
    textStart = Math.min(to, colon + 2);
    return author.isTheApplication() || author.name.isEmpty() ? null : author;
  }

  /** Counts a head in the survey. */
  void observe(byte[] b, int from, int to) {
    var colon = colon(b, from, to);
    if (colon < 0) {
      return;
    }
    var author = of(b, from, colon);
    author.seen++;
    if (author.varies) {
      return;
    }
    var second = colon + 2 < to ? colon(b, colon + 2, to) : -1;
    if (second < 0 || second + 1 >= to || ofTheApplication(b, colon + 2, to)) {
      author.varies = true;
    } else if (author.longer == null) {
      author.longer = Arrays.copyOfRange(b, from, second);
    } else if (!startsWith(b, from, second + 1, author.longer)
        || second - from != author.longer.length) {
      author.varies = true;
    }
  }

  /** Who sends nothing but recordings has lines that all begin alike; that is no name. */
  private boolean ofTheApplication(byte[] b, int from, int to) {
    var start = Marks.skip(b, from, to);
    return start > from || ofTheApplication.at(b, start, to);
  }

  /** Ends the survey: names with a colon are settled. */
  void settle() {
    for (var author : table.clone()) {
      if (author != null && !author.varies && author.seen >= ENOUGH && author.longer != null) {
        author.whole = of(author.longer, 0, author.longer.length);
        withColon++;
      }
    }
  }

  /** Notes that a message was read. */
  void wrote(Author author) {
    if (!author.known) {
      author.known = true;
      count++;
      if (named.size() < MOST_NAMED) {
        named.add(author);
      }
    }
  }

  /** How many names were found to hold a colon. */
  int withColon() {
    return withColon;
  }

  /** How many names there are. */
  long count() {
    return count;
  }

  /** The names of those who wrote, first to write first; 1,000 at most. */
  List<String> names() {
    return named.stream().map(a -> a.name).toList();
  }

  private static boolean startsWith(byte[] b, int from, int to, byte[] prefix) {
    return to - from > prefix.length
        && b[from + prefix.length] == ':'
        && Arrays.mismatch(b, from, from + prefix.length, prefix, 0, prefix.length) < 0;
  }

  private static int colon(byte[] b, int from, int to) {
    var last = Math.min(to, from + LONGEST);
    var at = EightBytes.indexOf(b, from, last, ':');
    while (at < last && (at == from || (at + 1 < to && b[at + 1] != ' '))) {
      at = EightBytes.indexOf(b, at + 1, last, ':');
    }
    return at < last ? at : -1;
  }

  private Author of(byte[] b, int from, int to) {
    var hash = EightBytes.hash(b, from, to);
    var slot = hash & table.length - 1;
    for (Author here; (here = table[slot]) != null; slot = slot + 1 & table.length - 1) {
      if (here.hash == hash && Arrays.mismatch(b, from, to, here.bytes, 0, here.bytes.length) < 0) {
        return here;
      }
    }
    var made = new Author(Arrays.copyOfRange(b, from, to), hash, system(b, from, to));
    // A file of nothing but names must not fill the memory; then each is its own.
    if (size < MOST) {
      table[slot] = made;
      grow();
    }
    return made;
  }

  private Doubt system(byte[] b, int from, int to) {
    var text = new String(b, from, to - from, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    var least = Doubt.FULL;
    for (var words : systemInside) {
      var phrase = words.toLowerCase(Locale.ROOT);
      var at = text.indexOf(phrase);
      var end = at + phrase.length();
      // What the application says of somebody goes on before a colon: Amy Left is a name.
      if (at < 0 || (end == text.length() && phrase.startsWith(" "))) {
        continue;
      }
      var within =
          end < text.length()
              && Character.isLetter(text.charAt(end))
              && Character.isLetter(text.charAt(end - 1));
      least = within && least == Doubt.FULL ? Doubt.SOME : within ? least : Doubt.NONE;
    }
    return least;
  }

  private void grow() {
    if (++size * 2 < table.length) {
      return;
    }
    var old = table;
    table = new Author[old.length * 2];
    for (var author : old) {
      if (author != null) {
        var slot = author.hash & table.length - 1;
        while (table[slot] != null) {
          slot = slot + 1 & table.length - 1;
        }
        table[slot] = author;
      }
    }
  }
}
