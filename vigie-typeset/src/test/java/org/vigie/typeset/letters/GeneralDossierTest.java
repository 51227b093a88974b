package org.vigie.typeset.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vigie.imports.pdf.PdfText;
import org.vigie.kernel.Language;
import org.vigie.typeset.Block;
import org.vigie.typeset.Conformance;
import org.vigie.typeset.Text;
import org.vigie.typeset.Typesetter;

class GeneralDossierTest {

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]\\s");

  private final Typesetter typesetter = new Typesetter();

  private String spoken(Language language) throws Exception {
    var pdf = typesetter.typeset(Invented.dossier().document(language, Invented.DATE));
    Conformance.check(pdf);
    return PdfText.spoken(pdf).replace('\u00A0', ' ').replace("\n", " ").replaceAll(" +", " ");
  }

  @Test
  void says_what_it_is_for_what_happened_and_how_to_check_it() throws Exception {
    assertThat(spoken(Language.FR))
        .contains("Rapporteur spécial (exemple)", "Communication individuelle")
        .contains("n’ont pas pu être vérifiés de manière indépendante")
        .contains("Le lieu d’où l’appel est parti n’est pas connu.")
        .contains("ང་ལ་ཁ་པར་བཏང་བྱུང་།", "On m’a téléphoné.")
        .contains("B — généralement fiable", "3 — possiblement vraie", "F — ne peut être appréciée")
        .contains("Au moins 3 signalements sans lien entre eux montrent le même élément : numéro.")
        .contains("usurpation de numéro ; erreur", "l’intéressé n’a pas répondu")
        .contains("Expéditeur inconnu.")
        .contains(
            "Comment la pièce P-001 est arrivée", "Quelqu’un l’a partagée avec qui l’a remise.")
        .contains("P-001", "Reçu de la personne", "2026-03-02 09:00 UTC", "java -jar verify.jar");
  }

  @Test
  void says_the_same_in_English() throws Exception {
    assertThat(spoken(Language.EN))
        .contains("could not be independently verified")
        .contains("At least 3 unconnected reports show the same numéro.")
        .contains("How exhibit P-001 came, as far as anybody said:")
        .contains("likely (55–80 %)", "moderate", "Sender unknown.");
  }

  @Test
  void likelihood_and_confidence_are_never_in_one_sentence() {
    var likely = Pattern.compile("likely|chance|certain|probab", Pattern.CASE_INSENSITIVE);
    var confident =
        Pattern.compile("\\bconfiden(ce|t)\\b|\\bconfiance\\b", Pattern.CASE_INSENSITIVE);
    for (var language : List.of(Language.EN, Language.FR)) {
      for (var text : texts(language)) {
        for (var sentence : SENTENCE_END.splitAsStream(text.words()).toList()) {
          assertThat(likely.matcher(sentence).find() && confident.matcher(sentence).find())
              .as(sentence)
              .isFalse();
        }
      }
    }
  }

  @Test
  void S_70_nothing_shown_beside_an_exhibit_calls_it_authentic_verified_or_captured() {
    for (var language : List.of(Language.EN, Language.FR)) {
      for (var block : Invented.dossier().document(language, Invented.DATE).blocks()) {
        if (block instanceof Block.Table table) {
          table.rows().stream()
              .flatMap(List::stream)
              .map(cell -> cell.words().toLowerCase(Locale.ROOT))
              .forEach(words ->
                  assertThat(words).doesNotContain("authenti", "verified", "vérifi", "captur"));
        }
      }
    }
  }

  @Test
  void every_rung_of_the_ladder_has_its_sentence_in_both_languages() {
    for (var language : List.of(Language.EN, Language.FR)) {
      var phrases = new Phrases("dossier", language);
      for (var level : Attribution.Level.values()) {
        var attribution =
            new Attribution(level, "X", 2, List.of("prank"), Attribution.Answer.DENIED);
        assertThat(GeneralDossier.sentence(phrases, attribution)).endsWith(".");
      }
    }
  }

  @Test
  void a_hypothesis_without_alternative_is_refused() {
    assertThatThrownBy(() ->
            new Attribution(
                Attribution.Level.CLAIMED, "X", 0, List.of(), Attribution.Answer.NOT_ASKED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Text> texts(Language language) {
    return Invented.dossier().document(language, Invented.DATE).blocks().stream()
        .flatMap(block ->
            switch (block) {
              case Block.Paragraph paragraph -> List.of(paragraph.text()).stream();
              case Block.Callout callout -> callout.body().stream();
              case Block.Table table -> table.rows().stream().flatMap(List::stream);
              case Block.Items items -> items.items().stream();
              default -> java.util.stream.Stream.<Text>empty();
            })
        .toList();
  }
}
