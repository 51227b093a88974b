package org.vigie.node.incident;

import java.text.Collator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.kernel.Language;
import org.vigie.matching.identifier.Identifiers;

/** The countries in which a number can have been written, named in the language of the page. */
public final class Regions {

  private Regions() {}

  /** Two letters and the name of every country, by name. */
  public static Map<String, String> named(Language language) {
    var byName = new TreeMap<String, String>(Collator.getInstance(locale(language)));
    for (var code : Identifiers.regions()) {
      byName.put(name(code, language), code);
    }
    var named = new LinkedHashMap<String, String>();
    byName.forEach((name, code) -> named.put(code, name));
    return named;
  }

  /** The name of the country with these two letters. */
  public static String name(String code, Language language) {
    return Locale.of("", code).getDisplayCountry(locale(language));
  }

  private static Locale locale(Language language) {
    return Locale.forLanguageTag(language.tag());
  }
}
