package org.vigie.matching.identifier;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads names of people in Latin, Cyrillic, Arabic and Tibetan letters and in Chinese characters
 * into one form a name. Protects nobody from bearing the same name as somebody else. Two writings
 * that only look alike stay apart; a letter borrowed from another script within a word, and what
 * shows nothing, changes nothing.
 */
public final class PersonNames {

  /** Raised with the rules or lists that change what a name sounds like; kept with every token. */
  public static final int VERSION = 1;

  private static final int SHORTEST = 5;
  private static final int MOST_WORDS = 8;
  private static final int LONGEST = 120;

  private static final Pattern NO_NAME = Pattern.compile("[\\p{N}@:/\\\\_#$€£%&*+=<>|]");
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{M}'’ʼ‘`]+");

  private static final Set<String> TITLES =
      Set.of(
          ("mr mrs ms miss sir dr prof m mme mlle monsieur madame docteur professeur doctor"
                  + " professor officer inspector inspecteur agent captain capitaine major colonel"
                  + " general director directeur consul ambassador the le la caller unknown inconnu"
                  + " bey hanım hanim efendi господин госпожа товарищ капитан майор полковник мырза"
                  + " ханым آقای خانم دکتر جناب صاحب ئەپەندى خانىم")
              .split(" ", -1));

  private PersonNames() {}

  /** The name in {@code raw}; none where it is too short to tell people apart, or no name. */
  public static Optional<PersonName> read(String raw) {
    var visible = Invisible.removed(raw).strip();
    var lower = Handles.lower(visible);
    if (visible.length() > LONGEST || NO_NAME.matcher(lower).find()) {
      return Optional.empty();
    }
    var sounds = sounds(lower);
    return sounds.length() < SHORTEST
        ? Optional.empty()
        : Optional.of(new PersonName(leastTurn(sounds)));
  }

  private static String sounds(String lower) {
    var signs = signs(lower);
    if (!signs.isEmpty()) {
      return Pinyin.of(signs);
    }
    var words = words(lower);
    if (words.isEmpty() || words.size() > MOST_WORDS) {
      return "";
    }
    var chinese = Pinyin.read(words);
    return chinese.isEmpty() ? NameForms.joined(words) : chinese;
  }

  /** The Chinese characters; whoever writes their reading beside them says nothing more. */
  private static String signs(String lower) {
    var signs = new StringBuilder();
    lower
        .codePoints()
        .filter(c -> UScript.getScript(c) == UScript.HAN)
        .forEach(signs::appendCodePoint);
    return signs.toString();
  }

  private static List<String> words(String lower) {
    var words = new ArrayList<String>();
    for (var word : GAP.split(TibetanLetters.spelled(lower), -1)) {
      var bare = word.replaceAll("['’ʼ‘`]", "");
      if (!bare.isEmpty() && !TITLES.contains(bare)) {
        words.add(bare);
      }
    }
    return words;
  }

  /** Family name first or last, one word or two: it goes round (Booth, 1980, the slow way). */
  private static String leastTurn(String sounds) {
    var least = sounds;
    for (var i = 1; i < sounds.length(); i++) {
      var turned = sounds.substring(i) + sounds.substring(0, i);
      least = turned.compareTo(least) < 0 ? turned : least;
    }
    return least;
  }
}
