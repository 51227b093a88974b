package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.evidence.CheckResult;
import org.vigie.evidence.PackageCheck;
import org.vigie.kernel.Refusal;
import org.vigie.node.TestNode;
import org.vigie.typeset.PdfText;

class DossierTest {

  private static final String UYGHUR = "بالىلىرىڭنى ئويلا، جىم تۇر";
  private static final String TIBETAN = "ང་ལ་ཁ་པར་བཏང་བྱུང་།";
  private static final String CHINESE = "我们知道你住在哪里。";
  private static final String URDU = "خاموش رہو ورنہ تمہارے گھر والے";
  private static final String RUSSIAN = "Молчи, мы знаем твой адрес.";
  private static final String FRENCH = "Un homme a appelé et m’a dit de me taire.";

  @TempDir private Path home = Path.of("");
  @TempDir private Path out = Path.of("");

  @Test
  void J5_is_made_for_a_recipient_and_a_purpose_and_can_be_checked_elsewhere()
      throws IOException, Refusal {
    try (var node = TestNode.start(home)) {
      var author = Author.tell(node, FRENCH, "fr").agree("un", "yes");
      author.incident("original", UYGHUR, "language", "ug", "claimedSender", "an official");
      author.incident("original", TIBETAN, "language", "bo");
      author.incident("original", CHINESE, "language", "zh-Hans");
      author.incident("original", URDU, "language", "ur");
      author.incident("original", RUSSIAN, "language", "ru");
      var dossier = author.begin("Special Rapporteur", "en");
      author.chooseAll(dossier);
      var gone = author.release(dossier, "package");
      assertThat(gone.status()).isEqualTo(200);
      var zip = Files.write(out.resolve("dossier.zip"), gone.bytes());
      assertThat(PackageCheck.check(zip)).isNotEmpty().noneMatch(CheckResult::isFailure);
      assertThat(gone.fileName()).matches("dossier-[0-9a-f]{8}\\.zip");
      var paper = author.release(dossier, "pdf");
      var spoken = PdfText.spoken(paper.bytes());
      Files.write(out.resolve("dossier.pdf"), paper.bytes());
      assertThat(spoken).contains(FRENCH, UYGHUR, TIBETAN, CHINESE, URDU, RUSSIAN);
      var sent = author.browser().get(author.base + "/sent").text();
      assertThat(sent).contains("Special Rapporteur").contains("United Nations body");
    }
  }

  @Test
  void leaves_nothing_readable_in_the_home() throws IOException {
    try (var node = TestNode.start(home)) {
      var author = Author.tell(node, "The lamp cafe was named", "en").agree("un", "yes");
      var dossier = author.begin("Special Rapporteur", "en");
      author.chooseAll(dossier);
      assertThat(new String(author.release(dossier, "package").bytes(), UTF_8))
          .contains("lamp cafe");
    }
    try (var files = Files.walk(home)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.getFileName().toString())
            .doesNotContain("lamp cafe")
            .doesNotContain("Special Rapporteur");
      }
    }
  }
}
