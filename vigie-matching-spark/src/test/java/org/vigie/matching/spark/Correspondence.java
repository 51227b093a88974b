package org.vigie.matching.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Invented messages as JSON lines: scripts of campaigns in several alphabets, reworded, cut and
 * sent again, a greeting that many write, words of people's own, and whom messages came from.
 */
final class Correspondence {

  private static final List<String> SCRIPTS =
      List.of(
          "We know where your parents live and what they eat, stop speaking at the institute",
          "Come back before the festival and nobody will ask you anything, we can arrange papers",
          "你在名单的最下面，回来吧，我们可以解除压力，你可以见到你的父母和朋友",
          "你在名單的最下面，回來吧，我們可以解除壓力，你可以見到你的父母和朋友",
          "Мы знаем где живут ваши родители и что они едят, перестаньте говорить в институте",
          "My znaem gde zhivut vashi roditeli i chto oni yedyat, perestante govorit v institute",
          "ئاتا ئاناڭنىڭ قەيەردە تۇرىدىغانلىقىنى بىلىمىز، ئىنستىتۇتتا سۆزلەشنى توختات",
          "ata anangning qeyerde turidighanliqini bilimiz, institutta sözleshni toxtat",
          "ཁྱེད་ཀྱི་ཕ་མ་གང་དུ་བཞུགས་པ་ང་ཚོས་ཤེས་ཀྱི་ཡོད། སློབ་གཉེར་ཁང་དུ་སྐད་ཆ་མ་བཤད།",
          "ما می‌دانیم پدر و مادرت کجا زندگی می‌کنند، دیگر در مؤسسه سخنرانی نکن");

  private static final String GREETING =
      "A peaceful morning to everyone of the house and to whoever reads along. ";

  private static final List<String> IDENTIFIERS =
      List.of(
          "+33 6 39 98 12 34",
          "06 39 98 12 34",
          "@kaysar_x",
          "telegram:kaysar_x",
          "instagram:kaysar_x",
          "Alim Tursun",
          "Турсун Алим",
          "ئالىم تۇرسۇن",
          "somebody@example.org",
          "https://www.example.org/a?utm_source=x&id=7");

  private final RandomGenerator random;
  private final int rarity;
  private final List<String> words = new ArrayList<>();

  /** Of which one message in {@code 2 * rarity} is of a campaign; most others are people's own. */
  Correspondence(RandomGenerator random, int rarity) {
    this.random = random;
    this.rarity = rarity;
    while (words.size() < 600) {
      words.add(word());
    }
  }

  private String word() {
    var word = new StringBuilder();
    for (var left = 2 + random.nextInt(7); left > 0; left--) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  /** {@code count} lines, with empty ones among them. */
  List<String> lines(int count) {
    var lines = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      lines.add(line("id-of-number-" + i));
      if (random.nextInt(50) == 0) {
        lines.add(random.nextBoolean() ? "" : " \r");
      }
    }
    return lines;
  }

  private String line(String id) {
    var line = new StringBuilder("{\"id\":\"" + id + "\"");
    var of = random.nextInt(12);
    if (of > 0) {
      line.append(",\"case\":\"case-" + of + "\"");
    }
    if (random.nextInt(8) > 0) {
      line.append(",\"text\":\"" + text() + "\"");
    }
    if (random.nextInt(6 * rarity) == 0) {
      line.append(",\"identifiers\":[\"" + pick(IDENTIFIERS) + "\",\"" + pick(IDENTIFIERS) + "\"]");
    }
    return line.append("}").toString();
  }

  private String text() {
    var greeting = random.nextInt(3 * rarity) == 0 ? GREETING : "";
    return switch (random.nextInt(10 * rarity)) {
      case 0, 1 -> greeting + reworded(pick(SCRIPTS));
      case 2 -> pick(SCRIPTS);
      case 3 -> pick(SCRIPTS).toUpperCase(Locale.ROOT) + " " + own(2);
      case 4 -> SCRIPTS.getFirst() + " " + random.nextInt(3) + " times and more than that";
      default -> greeting + own(6 + random.nextInt(14));
    };
  }

  private String reworded(String script) {
    var parts = new ArrayList<>(List.of(script.split(" ", -1)));
    if (parts.size() < 4) {
      return script.substring(random.nextInt(8));
    }
    parts.replaceAll(part -> random.nextInt(6) == 0 ? own(1) : part);
    return String.join(" ", parts);
  }

  /** Words of somebody's own, the first of the list more often. */
  private String own(int count) {
    var text = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      var rank = Math.exp(random.nextDouble() * Math.log(words.size())) - 1;
      text.add(words.get((int) rank));
    }
    return String.join(" ", text);
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
