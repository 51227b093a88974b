package org.vigie.matching.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Invented messages as JSON lines, in Latin and in Cyrillic letters, each in a case of its own:
 * most are people's own words, some begin with one greeting, some are one script.
 */
final class Greetings {

  /** How many messages are the script, each with another end. */
  static final int SCRIPTS = 5;

  private static final String LATIN = "mirnogo utra vsem doma i vnukam na gore ";
  private static final String CYRILLIC = "мирного утра всем дома и внукам на горе ";

  private Greetings() {}

  /** {@code count} lines, of which {@code greeted} in each writing begin with the greeting. */
  static List<String> lines(int count, int greeted, String script) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261125);
    var lines = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      var latin = i % 2 == 0;
      var greets = i < 2 * greeted;
      var words = own(random, latin ? 'a' : 'а', latin ? 26 : 32, greets ? 24 : 36);
      var greeting = greets ? latin ? LATIN : CYRILLIC : "";
      lines.add(line((latin ? "latin-" : "cyrillic-") + i, greeting + words));
    }
    for (var i = 0; i < SCRIPTS; i++) {
      lines.add(line("script-" + i, script + own(random, 'a', 26, 6)));
    }
    return lines;
  }

  private static String line(String id, String text) {
    return "{\"id\":\"%s\",\"case\":\"of %s\",\"text\":\"%s\"}".formatted(id, id, text);
  }

  private static String own(RandomGenerator random, char first, int letters, int count) {
    var words = new StringBuilder();
    for (var i = 0; i < count; i++) {
      words.append((char) (first + random.nextInt(letters))).append(i % 6 == 5 ? " " : "");
    }
    return words.toString();
  }
}
