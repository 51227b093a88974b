package org.vigie.matching.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.vigie.matching.identifier.Identifier;

/**
 * What was said, in the published form: a sentence word for word however it is disguised, and an
 * office that somebody claimed to hold whatever the order of its words. Equal forms say that two
 * people heard the same; an office is claimed by many and joins nobody.
 */
public final class Phrases {

  private static final int SHORTEST = 16;
  private static final int FEWEST_SIGNS = 8;

  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Cf}]+");
  private static final Set<String> LITTLE =
      Set.of(
          ("the of for and a an at in de du des d le la les l et à au aux un une en pour"
                  + " и в на по из ve için و از در کا کی کے")
              .split(" ", -1));

  private Phrases() {}

  /** The form of {@code sentence}; none where it is too short to be anybody's own words. */
  public static Optional<String> quote(String sentence) {
    var letters = TextFold.fold(sentence);
    var signs = letters.codePoints().filter(CharKinds::isSign).count();
    var fewest = signs * 2 > letters.length() ? FEWEST_SIGNS : SHORTEST;
    return letters.length() < fewest
        ? Optional.empty()
        : Optional.of(Identifier.NORM + "|quote|" + letters);
  }

  /** The form of the office that {@code claim} names; none where it names nothing. */
  public static Optional<String> office(String claim) {
    var words = new TreeSet<String>();
    for (var word : GAP.split(claim, -1)) {
      var letters = TextFold.letters(word);
      if (!letters.isEmpty() && !LITTLE.contains(word.toLowerCase(Locale.ROOT))) {
        words.add(letters);
      }
    }
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(Identifier.NORM + "|office|" + String.join("-", words));
  }
}
