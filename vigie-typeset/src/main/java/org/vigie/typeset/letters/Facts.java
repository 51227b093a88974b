package org.vigie.typeset.letters;

import java.util.List;
import org.vigie.typeset.Block;
import org.vigie.typeset.Document;
import org.vigie.typeset.Run;
import org.vigie.typeset.Text;

/** How facts are told in every document: dated, with the exact words, and nothing added. */
final class Facts {

  private Facts() {}

  static void add(Document.Builder document, Phrases phrases, Fact fact, int number) {
    var date = fact.date();
    var when = date == null ? phrases.say("fact.undated") : phrases.date(date);
    var title = phrases.say("fact.title", number, when);
    document.heading(3, title);
    var where = String.join(", ", nonEmpty(fact.place(), fact.channel()));
    if (!where.isEmpty()) {
      document.add(new Block.Paragraph(phrases.text("fact.where", Run.of(where))));
    }
    document.paragraph(fact.account());
    for (var words : fact.words()) {
      quote(document, phrases, words);
    }
    if (!fact.shown().isEmpty()) {
      document.add(new Block.Paragraph(listed(phrases, "fact.shown", fact.shown())));
    }
    if (!fact.exhibits().isEmpty()) {
      document.add(new Block.Paragraph(listed(phrases, "fact.exhibits", fact.exhibits())));
    }
  }

  private static void quote(Document.Builder document, Phrases phrases, Words words) {
    var body = new java.util.ArrayList<Text>();
    body.add(Text.of(words.language(), words.original()));
    if (!words.translation().isEmpty()) {
      body.add(phrases.text("fact.translation", Run.of(words.translation())));
    }
    var title = phrases.text("fact.words", Run.of(phrases.say("language." + primary(words))));
    document.add(new Block.Callout(Block.Callout.Kind.QUOTE, title, body));
  }

  private static String primary(Words words) {
    var tag = words.language().split("-", 2)[0];
    return List.of("en", "fr", "ug", "bo", "zh", "ru", "kk", "fa", "ur", "ar", "tr").contains(tag)
        ? tag
        : "other";
  }

  private static Text listed(Phrases phrases, String key, List<String> numbers) {
    var text = phrases.text(key);
    for (var i = 0; i < numbers.size(); i++) {
      text = text.with(Run.of(i == 0 ? " " : ", "), Run.number(numbers.get(i)));
    }
    return text.with(Run.of("."));
  }

  private static List<String> nonEmpty(String... words) {
    return java.util.Arrays.stream(words).filter(w -> !w.isEmpty()).toList();
  }
}
