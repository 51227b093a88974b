package org.vigie.imports.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Kind;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;
import org.vigie.testkit.Trials;

class WhatsAppPropertyTest {

  private static final List<String> AUTHORS =
      List.of(
          "+852 5555 0134",
          "\u202A+33 6 39 98 00 01\u202C",
          "~\u00A0Nur",
          "Élodie (café)",
          "ئالىم",
          "བསྟན་འཛིན",
          "王伟",
          "Ann: work");

  private static final List<String> WORDS =
      List.of(
          "come",
          "home",
          "où",
          "ты",
          "ئۆيۈڭ",
          "گھر",
          "家",
          "བོད",
          "😀",
          "18:04",
          "15/01/2026",
          "https://example.org/a?b=c:d",
          "so: what",
          "<b>",
          "\"quoted\"",
          "\\",
          "\t",
          "-",
          "[x]",
          "a - b: c",
          "\u200Fصلى");

  /** What was written. */
  private record Written(LocalDateTime at, String author, String text) {}

  private static List<Written> messages(RandomGenerator random, int size, boolean seconds) {
    var all = new ArrayList<Written>();
    var at = LocalDateTime.of(2019, 1, 1, 0, 0).plusMinutes(random.nextInt(3_000_000));
    for (var i = 0; i < size; i++) {
      at = at.plusSeconds(random.nextInt(3) == 0 ? 0 : random.nextInt(400_000));
      var shown = seconds ? at : at.withSecond(0);
      var author = AUTHORS.get(random.nextInt(AUTHORS.size()));
      all.add(new Written(shown, author, text(random)));
    }
    return all;
  }

  private static String text(RandomGenerator random) {
    var text = new StringBuilder("x");
    for (var i = random.nextInt(12); i > 0; i--) {
      text.append(random.nextInt(5) == 0 ? "\n" : " ");
      text.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  private static String bare(String author) {
    return author.replace("\u202A", "").replace("\u202C", "");
  }

  @Test
  void reads_back_what_a_phone_wrote() {
    Trials.forAll(
        60,
        (random, size) -> {
          var writer = ExportWriter.ALL.get(random.nextInt(ExportWriter.ALL.size()));
          var written = messages(random, size, writer.ios());
          var export = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
          for (var message : written) {
            export.append(writer.head(message.at())).append(message.author()).append(": ");
            export.append(message.text()).append(writer.lineEnd());
          }
          var told = ReadOptions.NONE.withDateOrder(writer.order());
          check(writer, written, Reads.text(export.toString(), told));
          assertNeverWrong(writer, written, export.toString());
        });
  }

  private static void check(ExportWriter writer, List<Written> written, Reads read) {
    assertThat(read.messages()).as(writer.name()).hasSameSizeAs(written);
    var colons = written.stream().filter(w -> w.author().equals("Ann: work")).count();
    for (var i = 0; i < written.size(); i++) {
      var expected = written.get(i);
      var actual = read.messages().get(i);
      assertThat(actual.when().local()).as(writer.name()).isEqualTo(expected.at());
      assertThat(actual.kind()).isEqualTo(Kind.TEXT);
      // A name with a colon can be told from three messages on.
      if (!expected.author().equals("Ann: work") || colons >= 3) {
        assertThat(actual.author()).isEqualTo(bare(expected.author()));
        assertThat(actual.text()).isEqualTo(expected.text());
      }
    }
    assertThat(read.report().bytesUnparsed()).isZero();
  }

  /** Without being told, it finds the order or refuses; it never reads another day. */
  private static void assertNeverWrong(ExportWriter writer, List<Written> written, String export)
      throws Exception {
    try {
      var read = Reads.text(export);
      assertThat(read.messages().getFirst().when().local())
          .as(writer.name())
          .isEqualTo(written.getFirst().at());
    } catch (ImportRefused refused) {
      assertThat(refused.key()).isEqualTo("import.date-order-ambiguous");
    }
  }
}
