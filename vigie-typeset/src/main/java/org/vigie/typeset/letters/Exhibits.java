package org.vigie.typeset.letters;

import java.util.ArrayList;
import java.util.List;
import org.vigie.kernel.Language;
import org.vigie.typeset.Block;
import org.vigie.typeset.Run;
import org.vigie.typeset.Text;

/** How exhibits are shown in every document. */
final class Exhibits {

  private Exhibits() {}

  /** Number, description and hash of each. */
  static Block.Table table(Phrases phrases, List<Exhibit> exhibits) {
    return new Block.Table(
        null,
        List.of(2, 6, 7),
        List.of(
            phrases.text("exhibit.number"),
            phrases.text("exhibit.what"),
            phrases.text("exhibit.hash")),
        exhibits.stream().map(e -> row(phrases, e)).toList());
  }

  private static List<Text> row(Phrases phrases, Exhibit exhibit) {
    var language = phrases.language();
    var what = phrases.plain(exhibit.description());
    if (exhibit.redacted()) {
      what = what.with(Run.of(" " + phrases.say("exhibit.redacted")));
    }
    if (!exhibit.file().isEmpty()) {
      what = what.with(Run.of("\n"), Run.number(exhibit.file()));
    }
    return List.of(number(language, exhibit.number()), what, number(language, exhibit.sha256()));
  }

  /** The story of each, how it came first, under a heading of its own. */
  static List<Block> custody(Phrases phrases, Exhibit exhibit) {
    var blocks = new ArrayList<Block>();
    if (!exhibit.origin().isEmpty()) {
      blocks.add(new Block.Paragraph(phrases.text("custody.origin", Run.number(exhibit.number()))));
      blocks.add(Block.Items.bullets(exhibit.origin().stream().map(phrases::plain).toList()));
    }
    blocks.add(steps(phrases, exhibit));
    return List.copyOf(blocks);
  }

  private static Block.Table steps(Phrases phrases, Exhibit exhibit) {
    return new Block.Table(
        phrases.text("custody.of", Run.number(exhibit.number())),
        List.of(4, 8, 4),
        List.of(
            phrases.text("custody.when"),
            phrases.text("custody.what"),
            phrases.text("custody.who")),
        exhibit.custody().stream()
            .map(step ->
                List.of(
                    number(phrases.language(), phrases.minute(step.at())),
                    phrases.plain(step.what()),
                    phrases.plain(step.who())))
            .toList());
  }

  static Text number(Language language, String number) {
    return Text.of(language, Run.number(number));
  }
}
