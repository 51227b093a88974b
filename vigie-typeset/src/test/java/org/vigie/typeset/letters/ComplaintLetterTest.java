package org.vigie.typeset.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.imports.pdf.PdfText;
import org.vigie.kernel.Language;
import org.vigie.typeset.Conformance;
import org.vigie.typeset.Typesetter;

class ComplaintLetterTest {

  private final Typesetter typesetter = new Typesetter();

  private String spoken(ComplaintLetter letter, Language language) throws Exception {
    var pdf = typesetter.typeset(letter.document(language, Invented.DATE));
    Conformance.check(pdf);
    return PdfText.spoken(pdf).replace('\u00A0', ' ').replace("\n", " ").replaceAll(" +", " ");
  }

  @Test
  void the_French_letter_says_what_the_prosecutor_needs() throws Exception {
    assertThat(spoken(Invented.complaint(false), Language.FR))
        .contains("Plainte contre X")
        .contains("article 40-4-1", "l’association Exemple, qui y a expressément consenti")
        .contains("1 mars 2026 à 18:04", "vers mars 2026")
        .contains(Invented.UYGHUR, "Traduction : Pense à tes enfants, tais-toi.")
        .contains("+33 6 39 98 12 34", "P-001")
        .contains("à confirmer par un avocat", "menaces (CP 222-17)")
        .contains("article 10-2", "en ouïghour", "EVVI, article 10-5")
        .contains("Un avocat doit le relire")
        .contains("article 85")
        .doesNotContain("411-12");
  }

  @Test
  void a_foreign_power_is_examined_only_when_asked_and_never_asserted() throws Exception {
    assertThat(spoken(Invented.complaint(true), Language.FR))
        .contains("411-12", "Je n’affirme pas que tel est le cas");
  }

  @Test
  void the_English_version_says_that_the_French_one_is_sent() throws Exception {
    assertThat(spoken(Invented.complaint(true), Language.EN))
        .contains("The letter that is sent is the French one", "I do not assert")
        .contains("March 1, 2026 at 18:04");
  }
}
