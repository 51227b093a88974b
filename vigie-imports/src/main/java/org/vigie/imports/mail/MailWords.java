package org.vigie.imports.mail;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.text.PageText;

/**
 * The words of one message: those of all its parts that are text, in their order. Where the same is
 * written in several ways, plain words stand for the page, unless there is nothing to see in them.
 * Texts that come as files count only where there are no other words.
 */
final class MailWords {

  private static final int MOST_TEXTS = 1000;

  /** The words of one part. */
  private record Text(
      String words, boolean page, boolean cut, boolean leadsElsewhere, @Nullable Nest at) {

    boolean isShown() {
      return !page || !Nest.plainInsteadOf(at);
    }
  }

  private final boolean savedPage;
  private final List<Text> own = new ArrayList<>();
  private final List<Text> files = new ArrayList<>();
  private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private @Nullable Headers part;
  private @Nullable Nest at;
  private boolean file;
  private boolean partCut;
  private int plainLeft;
  private int pageLeft;
  private int filesLeft;
  private boolean cut;
  private boolean leadsElsewhere;

  /**
   * Of a message.
   *
   * @param longest the most bytes of plain words; of pages and files no more than of any page
   * @param savedPage whether a browser saved it as a page
   */
  MailWords(int longest, boolean savedPage) {
    this.savedPage = savedPage;
    this.plainLeft = longest;
    this.pageLeft = Math.min(longest, PageText.MOST);
    this.filesLeft = pageLeft;
  }

  /**
   * The lines of a part that is text follow.
   *
   * @param asFile whether it comes as a file, listed as such besides
   */
  void begin(Headers headers, @Nullable Nest place, boolean asFile) {
    var known = asFile ? !own.isEmpty() : headers.isHtml() && Nest.plainInsteadOf(place);
    part = known ? null : headers;
    at = place;
    file = asFile;
    partCut = false;
  }

  /** Takes the next line; nothing unless a part has begun. */
  void line(byte[] line) {
    var of = part;
    if (of == null) {
      return;
    }
    if (bytes.size() + line.length + 1 > left(of)) {
      partCut = true;
      return;
    }
    bytes.write(line, 0, line.length);
    bytes.write('\n');
  }

  private int left(Headers headers) {
    return file ? filesLeft : headers.isHtml() ? pageLeft : plainLeft;
  }

  /** The part is over, if one has begun. */
  void end() {
    var of = part;
    if (of == null) {
      return;
    }
    part = null;
    var raw = bytes.toByteArray();
    bytes = new ByteArrayOutputStream();
    var text = text(of, raw);
    if (!isSeen(text.words)) {
      cut |= partCut;
    } else if (file) {
      filesLeft -= raw.length;
      keep(files, text);
    } else {
      if (text.page) {
        pageLeft -= raw.length;
      } else {
        plainLeft -= raw.length;
        Nest.plainAt(at);
      }
      files.clear();
      keep(own, text);
    }
  }

  private Text text(Headers of, byte[] raw) {
    var words = of.decoded(raw);
    if (!of.isHtml()) {
      return new Text(withoutLastBreaks(words), false, partCut, false, at);
    }
    if (savedPage) {
      return new Text(PageText.of(words), true, partCut, false, at);
    }
    var page = PageText.inMail(words);
    return new Text(page.words(), true, partCut, page.leadsElsewhere(), at);
  }

  private void keep(List<Text> texts, Text text) {
    if (texts.size() < MOST_TEXTS) {
      texts.add(text);
    } else {
      cut = true;
    }
  }

  private static String withoutLastBreaks(String words) {
    var end = words.length();
    while (end > 0 && words.charAt(end - 1) == '\n') {
      end--;
    }
    return words.substring(0, end);
  }

  /** Whether there is anything but blanks and marks that nobody sees. */
  private static boolean isSeen(String words) {
    return words
        .codePoints()
        .anyMatch(c ->
            !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT);
  }

  /** Adds them to {@code out}, each part on lines of its own. */
  void appendTo(StringBuilder out) {
    var separator = "\n\n";
    for (var text : own.isEmpty() ? files : own) {
      if (text.isShown()) {
        out.append(separator).append(text.words);
        separator = "\n";
        cut |= text.cut;
        leadsElsewhere |= text.leadsElsewhere;
      }
    }
  }

  /** Whether some of what was appended is longer than what is looked at. */
  boolean wereCut() {
    return cut;
  }

  /** Whether a word of a page that was appended leads to an address that it does not show. */
  boolean leadElsewhere() {
    return leadsElsewhere;
  }
}
