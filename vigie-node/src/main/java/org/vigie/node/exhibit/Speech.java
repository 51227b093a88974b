package org.vigie.node.exhibit;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What language a text looks like, from its letters alone: a proposal for a person to confirm. A
 * script is certain; a language is named only where no other of ours has all of the letters.
 */
public final class Speech {

  /** Latin letters of no particular language. */
  public static final String LATIN = Alphabets.LATIN.script();

  private static final int FEW = 3;
  private static final String SIMPLIFIED =
      "们这说国来为时个会对过还没开关问间见话语认识谁让请给电书东车长门马鸟风飞龙华乡远边进运选" + "经红级约练结续线组终绝统网罗职联听声处备头买卖实写军农动务劳势单卫厂历压双发变";
  private static final String TRADITIONAL =
      "們這說國來為時個會對過還沒開關問間見話語認識誰讓請給電書東車長門馬鳥風飛龍華鄉遠邊進運選" + "經紅級約練結續線組終絕統網羅職聯聽聲處備頭買賣實寫軍農動務勞勢單衛廠歷壓雙發變";

  private Speech() {}

  /** Tags of the languages that {@code text} looks like, the one with most letters first. */
  public static Set<String> of(String text) {
    var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
    var letters = new EnumMap<UnicodeScript, Set<Integer>>(UnicodeScript.class);
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(Character::isLetter)
        .forEach(c -> {
          var script = UnicodeScript.of(c);
          counts.merge(script, 1, Integer::sum);
          letters.computeIfAbsent(script, _ -> new HashSet<>()).add(small(c));
        });
    var tags = new LinkedHashSet<String>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<UnicodeScript, Integer>comparingByValue().reversed())
        .forEach(script -> {
          var own = letters.getOrDefault(script.getKey(), Set.of());
          var tag = tag(script.getKey(), own, text);
          var stray = tag.equals(LATIN) && script.getValue() < FEW;
          if (!tag.isEmpty() && !stray) {
            tags.add(tag);
          }
        });
    // A link or a brand among other letters says nothing about what is spoken.
    if (tags.size() > 1 && counts.getOrDefault(UnicodeScript.LATIN, 0) < 2 * FEW) {
      tags.remove(LATIN);
    }
    return tags;
  }

  /** All that {@link #of} can say. */
  public static Set<String> tags() {
    var tags = new LinkedHashSet<String>(List.of("bo", "zh", "zh-Hans", "zh-Hant"));
    List.of(Alphabets.ARABIC, Alphabets.CYRILLIC, Alphabets.LATIN)
        .forEach(alphabets -> tags.addAll(alphabets.tags()));
    return tags;
  }

  /** The dotted capital of Turkish is a letter of its own; made small it would be anybody's. */
  private static int small(int letter) {
    return letter == 'İ' ? letter : Character.toLowerCase(letter);
  }

  private static String tag(UnicodeScript script, Set<Integer> letters, String text) {
    return switch (script) {
      case ARABIC -> Alphabets.ARABIC.tag(letters);
      case TIBETAN -> "bo";
      case HAN -> chinese(text);
      case CYRILLIC -> Alphabets.CYRILLIC.tag(letters);
      case LATIN -> Alphabets.LATIN.tag(letters);
      default -> "";
    };
  }

  private static String chinese(String text) {
    var simplified = text.chars().filter(c -> only(c, SIMPLIFIED, TRADITIONAL)).count();
    var traditional = text.chars().filter(c -> only(c, TRADITIONAL, SIMPLIFIED)).count();
    return simplified == traditional ? "zh" : simplified > traditional ? "zh-Hans" : "zh-Hant";
  }

  private static boolean only(int c, String here, String notThere) {
    return here.indexOf(c) >= 0 && notThere.indexOf(c) < 0;
  }
}
