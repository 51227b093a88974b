package org.vigie.evidence.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Covers parts of a text. Protects what was covered, its length and the number of lines it took:
 * every bar is equally long, and neighbouring bars become one. Does not protect what the text
 * around it gives away.
 */
public final class TextRedaction {

  /** What stands for anything covered. */
  public static final String BAR = "████████";

  /**
   * Lines to cover whole.
   *
   * @param first counted from 0
   * @param last the last one covered
   */
  public record LineRange(int first, int last) {}

  /**
   * Characters to cover; UTF-16 positions in the whole text.
   *
   * @param start the first one covered
   * @param end the first one not covered
   */
  public record Span(int start, int end) {}

  private TextRedaction() {}

  /**
   * A copy of {@code text} in which each run of chosen lines is one line with a bar and {@code
   * label}.
   *
   * @param label says that something was covered, in the reader's language
   * @throws RedactionRefused {@code redaction.span-outside} if a range is empty or not in the text
   */
  public static String coverLines(String text, List<LineRange> ranges, String label)
      throws RedactionRefused {
    var lines = text.lines().toList();
    var covered = new boolean[lines.size()];
    for (var range : ranges) {
      if (range.first() < 0 || range.last() < range.first() || range.last() >= lines.size()) {
        throw new RedactionRefused("redaction.span-outside");
      }
      java.util.Arrays.fill(covered, range.first(), range.last() + 1, true);
    }
    var out = new ArrayList<String>();
    for (var i = 0; i < covered.length; i++) {
      if (!covered[i]) {
        out.add(lines.get(i));
      } else if (i == 0 || !covered[i - 1]) {
        out.add(BAR + " " + label);
      }
    }
    return String.join("\n", out) + (text.endsWith("\n") ? "\n" : "");
  }

  /**
   * A copy of {@code text} in which each run of chosen characters is a bar. A span that cuts a
   * letter from its marks takes the marks too.
   *
   * @throws RedactionRefused {@code redaction.span-outside} if a span is empty or not in the text
   */
  public static String coverSpans(String text, List<Span> spans) throws RedactionRefused {
    var out = new StringBuilder();
    var at = 0;
    for (var span : spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
      if (span.start() < 0 || span.end() <= span.start() || span.end() > text.length()) {
        throw new RedactionRefused("redaction.span-outside");
      }
      if (at == 0 || span.start() > at) {
        out.append(text, Math.min(at, span.start()), span.start()).append(BAR);
      }
      at = Math.max(at, pastMarks(text, span.end()));
    }
    return out.append(text, at, text.length()).toString();
  }

  private static int pastMarks(String text, int end) {
    var at = end;
    while (at < text.length()
        && (Character.isLowSurrogate(text.charAt(at))
            || Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK)) {
      at++;
    }
    return at;
  }
}
