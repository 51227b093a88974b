package org.vigie.node.exhibit;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What language a text looks like, from its letters alone: a proposal for a person to confirm. A
 * script is certain; a language only where its own letters occur.
 */
public final class Speech {

  /** Latin letters of no particular language. */
  public static final String LATIN = "und-Latn";

  private static final int FEW = 3;
  private static final String UYGHUR = "ەېۈۆۋڭ";
  private static final String SORANI = "ێڵڕ";
  private static final String URDU = "ٹڈڑےں";
  private static final String PERSIAN = "پچژگ";
  private static final String KAZAKH = "әғқңөұүһӘҒҚҢӨҰҮҺ";
  private static final String TURKISH = "ğışĞİŞ";
  private static final String FRENCH = "éèêëàâçùûôîïœÉÈÀÇ";
  private static final String SIMPLIFIED =
      "们这说国来为时个会对过还没开关问间见话语认识谁让请给电书东车长门马鸟风飞龙华乡远边进运选" + "经红级约练结续线组终绝统网罗职联听声处备头买卖实写军农动务劳势单卫厂历压双发变";
  private static final String TRADITIONAL =
      "們這說國來為時個會對過還沒開關問間見話語認識誰讓請給電書東車長門馬鳥風飛龍華鄉遠邊進運選" + "經紅級約練結續線組終絕統網羅職聯聽聲處備頭買賣實寫軍農動務勞勢單衛廠歷壓雙發變";

  private Speech() {}

  /** Tags of the languages that {@code text} looks like, the one with most letters first. */
  public static Set<String> of(String text) {
    var letters = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> letters.merge(UnicodeScript.of(c), 1, Integer::sum));
    var tags = new LinkedHashSet<String>();
    letters.entrySet().stream()
        .sorted(Map.Entry.<UnicodeScript, Integer>comparingByValue().reversed())
        .forEach(script -> {
          var tag = tag(script.getKey(), text);
          var stray = tag.equals(LATIN) && script.getValue() < FEW;
          if (!tag.isEmpty() && !stray) {
            tags.add(tag);
          }
        });
    // A link or a brand among other letters says nothing about what is spoken.
    if (tags.size() > 1 && letters.getOrDefault(UnicodeScript.LATIN, 0) < 2 * FEW) {
      tags.remove(LATIN);
    }
    return tags;
  }

  private static String tag(UnicodeScript script, String text) {
    return switch (script) {
      case ARABIC -> arabic(text);
      case TIBETAN -> "bo";
      case HAN -> chinese(text);
      case CYRILLIC -> any(text, KAZAKH) ? "kk" : "ru";
      case LATIN -> any(text, TURKISH) ? "tr" : any(text, FRENCH) ? "fr" : LATIN;
      default -> "";
    };
  }

  private static String arabic(String text) {
    if (any(text, SORANI)) {
      return "ckb";
    }
    if (any(text, UYGHUR)) {
      return "ug";
    }
    if (any(text, URDU)) {
      return "ur";
    }
    return any(text, PERSIAN) ? "fa" : "ar";
  }

  private static String chinese(String text) {
    var simplified = text.chars().filter(c -> only(c, SIMPLIFIED, TRADITIONAL)).count();
    var traditional = text.chars().filter(c -> only(c, TRADITIONAL, SIMPLIFIED)).count();
    return simplified == traditional ? "zh" : simplified > traditional ? "zh-Hans" : "zh-Hant";
  }

  private static boolean only(int c, String here, String notThere) {
    return here.indexOf(c) >= 0 && notThere.indexOf(c) < 0;
  }

  private static boolean any(String text, String letters) {
    return text.chars().anyMatch(c -> letters.indexOf(c) >= 0);
  }
}
