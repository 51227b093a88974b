package org.vigie.node.casefile;

import java.util.LinkedHashMap;
import java.util.Map;

/** The languages people tell in. */
public final class SpokenLanguages {

  private SpokenLanguages() {}

  /** Languages to choose from by their tags, each in its own words. */
  public static Map<String, String> byTag() {
    var names = new LinkedHashMap<String, String>();
    names.put("en", "English");
    names.put("fr", "Français");
    names.put("ug", "ئۇيغۇرچە");
    names.put("bo", "བོད་སྐད།");
    names.put("zh-Hans", "简体中文");
    names.put("zh-Hant", "繁體中文");
    names.put("ru", "Русский");
    names.put("kk", "Қазақша");
    names.put("fa", "فارسی");
    names.put("ur", "اردو");
    names.put("ar", "العربية");
    names.put("tr", "Türkçe");
    return names;
  }
}
