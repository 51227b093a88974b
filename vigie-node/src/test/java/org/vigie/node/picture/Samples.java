package org.vigie.node.picture;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.kernel.Language;
import org.vigie.node.picture.ContactTimeline.Contact;
import org.vigie.node.picture.ContactTimeline.Lane;

/** Invented contacts to draw. */
final class Samples {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private Samples() {}

  static ContactTimeline halfAYear(Language language) {
    var barrage =
        IntStream.range(0, 60)
            .mapToObj(i -> new Contact(TODAY.minusDays(243 - i * 3L), 1 + (i * 7) % 5, 0))
            .toList();
    return new ContactTimeline(
        TODAY.minusDays(260),
        TODAY,
        List.of(
            new Lane("+852 5555 0187", barrage),
            new Lane(
                language == Language.UG ? "ئانامنىڭ تېلېفونى" : "Appels de la famille",
                List.of(
                    new Contact(TODAY.minusDays(240), 1, 0),
                    new Contact(TODAY.minusDays(118), 0, 2),
                    new Contact(TODAY.minusDays(20), 1, 1)))),
        14,
        language);
  }

  static ContactTimeline sixWeeks(Language language) {
    return new ContactTimeline(
        TODAY.minusDays(41),
        TODAY,
        List.of(
            new Lane(
                "+33 6 39 98 40 17",
                List.of(
                    new Contact(TODAY.minusDays(41), 4, 2),
                    new Contact(TODAY.minusDays(39), 2, 1),
                    new Contact(TODAY.minusDays(38), 4, 0),
                    new Contact(TODAY.minusDays(33), 1, 0))),
            new Lane("同乡 སྐད་ཡིག اردو", List.of(new Contact(TODAY.minusDays(12), 3, 1)))),
        7,
        language);
  }

  static EscalationLadder ladder(Language language) {
    return new EscalationLadder(
        List.of(
            new EscalationLadder.Stage("Des proches sont approchés", true, "le 18 août 2026"),
            new EscalationLadder.Stage(
                "Les proches posent d’étranges questions sur la vie ici, les amis, le numéro",
                true,
                null),
            new EscalationLadder.Stage(
                language == Language.UG ? "بىۋاسىتە ئالاقە" : "Contact direct par un inconnu",
                true,
                "le 10 novembre 2026"),
            new EscalationLadder.Stage("Menaces répétées", false, null),
            new EscalationLadder.Stage("Approche en personne", false, null)),
        language);
  }

  static BarChart bars(Language language) {
    return new BarChart(
        "Incidents codés cette année, par famille",
        "Famille",
        "Nombre",
        List.of(
            new BarChart.Bar("Menaces et harcèlement", 1248),
            new BarChart.Bar("Pression par les proches", 310),
            new BarChart.Bar("Instrumentalisation d’États tiers et d’organisations", 12),
            new BarChart.Bar("سۈرۈشتۈرۈش", 0)),
        language);
  }

  static Waveform waveform(Language language) {
    var levels = new java.util.ArrayList<Integer>();
    for (var i = 0; i < 480; i++) {
      var silent = i % 160 < 40;
      levels.add(silent ? 1 : 20 + (int) (180 * Math.abs(Math.sin(i / 7.0) * Math.cos(i / 31.0))));
    }
    return new Waveform(levels, 754_000, language);
  }
}
