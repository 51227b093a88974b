package org.vigie.typeset.letters;

import java.time.Instant;
import java.util.List;
import org.vigie.kernel.PartialDate;

/** Invented people; fictional numbers. */
final class Invented {

  static final Instant DATE = Instant.parse("2026-11-03T10:00:00Z");
  static final String UYGHUR = "بالىلىرىڭنى ئويلا، جىم تۇر";
  static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private Invented() {}

  static Fact call() {
    return new Fact(
        new PartialDate("2026-03-01T18:04"),
        "Lyon",
        "WhatsApp",
        "Un homme a appelé d’un numéro inconnu et a cité l’école des enfants.",
        List.of(new Words("ug", UYGHUR, "Pense à tes enfants, tais-toi.")),
        List.of("+33 6 39 98 12 34", "+852 5555 0142"),
        List.of("P-001"));
  }

  static Fact visit() {
    return new Fact(
        new PartialDate("~2026-03"),
        "",
        "",
        "Deux personnes ont attendu devant l’immeuble.",
        List.of(new Words("zh-Hans", "我们知道你住在哪里。", "Nous savons où tu habites.")),
        List.of(),
        List.of());
  }

  static List<Exhibit> exhibits() {
    return List.of(
        new Exhibit(
            "P-001",
            "Message vocal reçu",
            "data/P-001.opus",
            HASH,
            true,
            List.of("Quelqu’un l’a partagée avec qui l’a remise."),
            List.of(
                new Exhibit.Step(
                    Instant.parse("2026-03-02T09:00:00Z"), "Reçu de la personne", "permanence"),
                new Exhibit.Step(
                    Instant.parse("2026-03-02T09:01:00Z"), "Scellé et inscrit", "permanence"))));
  }

  static ComplaintLetter complaint(boolean foreignPower) {
    return new ComplaintLetter(
        "Procureur de la République\nTribunal judiciaire d’Exempleville",
        new ComplaintLetter.Complainant(
            "Personne A",
            "le 1er janvier 1990",
            "",
            "1 rue de l’Exemple\n00000 Exempleville",
            "l’association Exemple",
            "+33 6 39 98 00 01"),
        List.of(call(), visit()),
        "un fonctionnaire du consulat",
        List.of("Arrêt de travail de dix jours.", "Crainte pour des proches restés au pays."),
        new ComplaintLetter.Counsel(
            List.of("menaces (CP 222-17)", "harcèlement moral (CP 222-33-2-2)"),
            "ouïghour",
            foreignPower ? List.of("L’appelant a dit parler au nom d’un consulat.") : List.of()),
        exhibits(),
        "Exempleville");
  }

  static GeneralDossier dossier() {
    var likely =
        new Judgement(
            Judgement.Source.B,
            Judgement.Information.I3,
            Judgement.Likelihood.LIKELY,
            Judgement.Confidence.MODERATE);
    return new GeneralDossier(
        "2026-0042",
        "Rapporteur spécial (exemple)",
        "Communication individuelle",
        new Words("bo", "ང་ལ་ཁ་པར་བཏང་བྱུང་།", "On m’a téléphoné."),
        List.of(
            new GeneralDossier.Incident(
                call(),
                likely,
                new Attribution(
                    Attribution.Level.CONVERGENT,
                    "numéro",
                    3,
                    List.of("usurpation de numéro", "erreur"),
                    Attribution.Answer.NO_ANSWER)),
            new GeneralDossier.Incident(visit(), Judgement.UNKNOWN, Attribution.none())),
        exhibits(),
        List.of("Le lieu d’où l’appel est parti n’est pas connu."));
  }
}
