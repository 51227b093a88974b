package org.vigie.node.exhibit;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The letters of languages that share a script.
 *
 * @param script tag of the script alone, such as {@code und-Arab}
 * @param shared letters of all of them
 * @param own tag of each language, with the letters it has besides
 */
record Alphabets(String script, String shared, Map<String, String> own) {

  static final Alphabets ARABIC =
      new Alphabets(
          "und-Arab",
          "ابتجدرزسشفقلمنو",
          Map.of(
              "ar", "آأإؤئءةثحخذصضطظعغكهيى",
              "fa", "آأؤئءپثچحخذژصضطظعغکكگهۀیيى",
              "ur", "آأؤئءٹپثچحخڈذڑژصضطظعغکگںہۂۃھیےۓ",
              "ug", "ەپچخژغكگڭھۇۆۈۋېىيئ",
              "kk-Arab", "پچحعكگڭھەۇۆۋىيءٴٵٶٷٸ",
              "ckb", "ئپچحخڕژعغڤکكگڵهھەۆیيێء",
              // Kurmanji is written so in Iraq; Sorani has each of its letters.
              "ku", "ئپچحخڕژعغڤکكگهھەۆیيێء"));

  static final Alphabets CYRILLIC =
      new Alphabets(
          "und-Cyrl",
          "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
          Map.of(
              "ru", "",
              "kk", "әғқңөұүһі",
              "ky", "ңөү",
              "ug-Cyrl", "әғқңөүһҗ",
              "tg", "ғӣқӯҳҷ",
              "uz", "ғқўҳ"));

  static final Alphabets LATIN =
      new Alphabets(
          "und-Latn",
          "abcdefghijklmnopqrstuvwxyz",
          Map.of(
              "en", "",
              "fr", "àâæçéèêëîïôœùûÿ",
              "tr", "âçğıİiöşüîû",
              "ku", "çêîşû",
              "ug-Latn", "ëöü"));

  /**
   * The one language that has all of {@code letters}; the script where several have them, or none:
   * a foreign name among them, or a language that is not here.
   */
  String tag(Set<Integer> letters) {
    var fitting =
        own.entrySet().stream()
            .filter(one ->
                letters.stream()
                    .allMatch(c -> shared.indexOf(c) >= 0 || one.getValue().indexOf(c) >= 0))
            .map(Map.Entry::getKey)
            .toList();
    return fitting.size() == 1 ? fitting.getFirst() : script;
  }

  /** Everything that may be said of a text. */
  Set<String> tags() {
    var tags = new LinkedHashSet<>(own.keySet());
    tags.add(script);
    return tags;
  }
}
