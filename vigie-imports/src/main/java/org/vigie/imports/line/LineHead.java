package org.vigie.imports.line;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.tally.DayHalf;

/**
 * The head of a message: its time, then a tab or, in some exports, a blank.
 *
 * @param time with the half of the day, as it stands
 * @param tabbed whether a tab follows it
 * @param rest what stands after that
 */
record LineHead(String time, boolean tabbed, String rest) {

  private static final int FURTHEST = 24;
  private static final String BESIDE = "\\p{L}\\p{M}. \u00A0\u202F";
  private static final Pattern TABBED =
      Pattern.compile("([BESIDE]{0,15}?)\\d{1,2}:\\d{2}([BESIDE]{0,15})".replace("BESIDE", BESIDE));
  private static final Pattern BLANK =
      Pattern.compile("((?:上午|下午|午前|午後|오전|오후)? ?\\d{1,2}:\\d{2}(?: ?[AaPp]\\.?[Mm]\\.?)?) (.*)");

  /** The head with which a line begins; null where it begins with none. */
  static @Nullable LineHead of(String line) {
    var colon = line.indexOf(':');
    if (colon < 0 || colon > FURTHEST) {
      return null;
    }
    var tab = line.indexOf('\t');
    if (tab > colon && tab <= 2 * FURTHEST) {
      var time = line.substring(0, tab);
      var rest = line.substring(tab + 1);
      return isTime(time, rest) ? new LineHead(time, true, rest) : null;
    }
    var head = BLANK.matcher(line);
    return head.matches() ? new LineHead(head.group(1), false, head.group(2)) : null;
  }

  /** Words beside a time are a half of the day, or at least stand before a name and words. */
  private static boolean isTime(String text, String rest) {
    var found = TABBED.matcher(text);
    if (!found.matches() || !text.equals(text.strip())) {
      return false;
    }
    var before = DayHalf.bare(found.group(1));
    var after = DayHalf.bare(found.group(2));
    return (before.isEmpty() || DayHalf.WORDS.containsKey(before))
        && (after.isEmpty() || DayHalf.WORDS.containsKey(after) || rest.indexOf('\t') >= 0);
  }

  /**
   * Whether the words of the message stand within quotation marks that are still open at the end of
   * the line: so words of several lines are written.
   */
  boolean leavesQuoteOpen() {
    var words = rest.substring(rest.indexOf('\t') + 1);
    return tabbed && words.startsWith("\"") && isOdd(words);
  }

  /** Whether an odd number of quotation marks stands in a line. */
  static boolean isOdd(String line) {
    return line.chars().filter(c -> c == '"').count() % 2 == 1;
  }
}
