package org.vigie.node.picture;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.kernel.Language;

/**
 * Sets words in any of our scripts, each letter in a face that has it, each run in its direction. A
 * line runs as its first letter says; telephone numbers inside right-to-left words keep their
 * order.
 *
 * @param language the language, for the style of its letters
 * @param size the size in CSS pixels
 * @param bold whether to set it bold where the script knows bold
 */
public record Lettering(Language language, float size, boolean bold) {

  // Measured once at the density that is drawn: advances are then the same in every picture.
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final Pattern NUMBER = Pattern.compile("\\+?\\p{Nd}[\\p{Nd} ()./-]{4,}\\p{Nd}");
  private static final char TSHEG = '\u0F0B';
  private static final String BREAK_HERE = "\u200B";

  /** The words on one line. They must not be empty. */
  public TextLayout line(String words) {
    return new TextLayout(styled(embedded(words)).getIterator(), CONTEXT);
  }

  /** The words on as many lines of at most {@code width} CSS pixels as they need. */
  public List<TextLayout> lines(String words, float width) {
    var lines = new ArrayList<TextLayout>();
    for (var paragraph : words.lines().filter(line -> !line.isBlank()).toList()) {
      var breakable = breakable(paragraph);
      var measurer = new LineBreakMeasurer(styled(breakable).getIterator(), CONTEXT);
      while (measurer.getPosition() < breakable.length()) {
        lines.add(measurer.nextLayout(width));
      }
    }
    return lines;
  }

  /** The words, cut with an ellipsis where they are wider than {@code width} CSS pixels. */
  public String fitted(String words, float width) {
    if (words.isEmpty() || line(words).getAdvance() <= width) {
      return words;
    }
    int end = words.length();
    while (end > 1 && line(words.substring(0, end) + "…").getAdvance() > width) {
      end = words.offsetByCodePoints(end, -1);
    }
    return words.substring(0, end).strip() + "…";
  }

  /** The width of the words on one line, in CSS pixels. */
  public float width(String words) {
    return words.isEmpty() ? 0 : line(words).getAdvance();
  }

  // The JDK's line breaker does not know that Tibetan may break after a tsheg.
  private static String breakable(String paragraph) {
    return embedded(paragraph).replace(String.valueOf(TSHEG), TSHEG + BREAK_HERE);
  }

  // The bidirectional algorithm would turn "+33 6 39" into "39 6 33+" among right-to-left letters.
  private static String embedded(String words) {
    return rightToLeft(words) ? NUMBER.matcher(words).replaceAll("\u202A$0\u202C") : words;
  }

  /** Whether the first letter with a direction runs to the left (UAX #9, rules P2 and P3). */
  public static boolean rightToLeft(String words) {
    return new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).getBaseLevel() == 1;
  }

  private AttributedString styled(String words) {
    var styled = new AttributedString(words);
    styled.addAttribute(
        TextAttribute.RUN_DIRECTION,
        rightToLeft(words) ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
    var order = PictureFonts.order(language, bold);
    var current = order.getFirst();
    int start = 0;
    for (int i = 0; i < words.length(); ) {
      int letter = words.codePointAt(i);
      var face = face(letter, current, order);
      if (face != current && i > start) {
        styled.addAttribute(TextAttribute.FONT, sized(current), start, i);
        start = i;
      }
      current = face;
      i += Character.charCount(letter);
    }
    styled.addAttribute(TextAttribute.FONT, sized(current), start, words.length());
    return styled;
  }

  private static PictureFonts face(int letter, PictureFonts current, List<PictureFonts> order) {
    if (staysWithItsBase(letter)
        || (Character.isWhitespace(letter) && current.font().canDisplay(letter))) {
      return current;
    }
    return order.stream()
        .filter(face -> face.font().canDisplay(letter))
        .findFirst()
        .orElse(order.getFirst());
  }

  private static boolean staysWithItsBase(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  private Font sized(PictureFonts face) {
    return face.font().deriveFont(size);
  }
}
