package org.vigie.node.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.kernel.Isolate;
import org.vigie.kernel.Language;
import org.vigie.node.exhibit.CustodyStory;
import org.vigie.node.exhibit.Enclosures;
import org.vigie.node.incident.Channel;
import org.vigie.node.incident.Incident;
import org.vigie.node.shell.Messages;
import org.vigie.typeset.letters.Attribution;
import org.vigie.typeset.letters.Fact;
import org.vigie.typeset.letters.GeneralDossier;
import org.vigie.typeset.letters.Judgement;
import org.vigie.typeset.letters.Words;

/**
 * Says what a case holds in the language of a paper, as far as this dossier may: acts before
 * hypotheses, claims as claims, nothing added.
 */
final class Voice {

  private final Messages messages;
  private final Language language;
  private final Material material;

  Voice(Messages messages, Language language, Material material) {
    this.messages = messages;
    this.language = language;
    this.material = material;
  }

  /** The sentence {@code key} in the paper's language. */
  String say(String key) {
    return messages.text(language, key);
  }

  private String say(String key, String words) {
    return say(key) + " " + words;
  }

  /** The account as told, with what is left out. */
  Words account() {
    var told = material.chosenAccounts();
    if (told.isEmpty()) {
      return new Words(language.tag(), say("dossier.paper.no-account"), "");
    }
    var parts = new ArrayList<String>();
    for (var one : told) {
      var words = material.spoken(one);
      parts.add(words.text("words", material.covered(words)));
    }
    var first = told.getFirst().account().language();
    return new Words(first.isEmpty() ? language.tag() : first, String.join("\n\n", parts), "");
  }

  /** An incident as a fact. */
  Fact fact(Incident incident, List<Copy> copies) {
    var words = material.spoken(incident);
    var covered = material.covered(words);
    var now = incident.now();
    var original = words.text("words", covered);
    var quoted = new ArrayList<Words>();
    if (!original.isEmpty()) {
      var tag = now.words().language();
      quoted.add(
          new Words(tag.isEmpty() ? "und" : tag, original, words.text("translation", covered)));
    }
    var channel = now.approach().channel();
    return new Fact(
        incident.when().orElse(null),
        words.text("place", covered),
        channel.isEmpty() || channel.equals(Channel.NONE.code())
            ? ""
            : say("incident.channel." + channel),
        account(incident, words, covered),
        quoted,
        words.values("number", covered),
        cited(incident, copies));
  }

  /** What an impact is, said of itself: no act, so nothing about whoever did it. */
  private String impact(Incident incident) {
    var changed =
        incident.now().impacts().stream()
            .map(impact -> say("incident.impact." + impact))
            .collect(Collectors.joining("; "));
    return say("dossier.paper.impact", changed) + ".";
  }

  private String account(Incident incident, Spoken words, Set<Integer> covered) {
    if (incident.impactOnly()) {
      return impact(incident);
    }
    var said = new ArrayList<String>();
    said.add(
        incident
            .act()
            .map(act -> act.in(language).label() + ".")
            .orElseGet(() -> say("dossier.paper.uncoded")));
    add(said, "dossier.paper.when", words.text("when", covered));
    add(said, "dossier.paper.through", words.text("intermediaries", covered));
    var demand = incident.now().words().demand();
    if (!demand.isEmpty()) {
      add(said, "dossier.paper.demand", say("incident.demand." + demand));
    }
    add(said, "dossier.paper.claimed", words.text("claimed", covered));
    add(said, "dossier.paper.knew", each(words.values("knew", covered)));
    form(said, incident, words, covered);
    var grading = incident.grading();
    if (grading.source().equals("F") && grading.information().equals("6")) {
      said.add(say("incident.unverifiable"));
    }
    return String.join(" ", said);
  }

  /** What is said of a form is said of relatives. */
  private void form(List<String> said, Incident incident, Spoken words, Set<Integer> covered) {
    var form = incident.now().form();
    if (!form.given() || !material.coverage().relatives()) {
      return;
    }
    var asked =
        form.asked().stream()
            .map(code -> say("incident.subject." + code))
            .collect(Collectors.joining("; "));
    add(said, "dossier.paper.form.asked", asked);
    add(said, "dossier.paper.form.from", words.text("form-from", covered));
    if (!form.filled().isEmpty()) {
      said.add(say("incident.form.filled.said." + form.filled()));
    }
    add(said, "dossier.paper.form.answered", words.text("form-answered", covered));
  }

  private void add(List<String> said, String key, String words) {
    if (!words.isEmpty()) {
      var end = words.endsWith(".") || words.endsWith("!") || words.endsWith("?") ? "" : ".";
      said.add(say(key, Isolate.of(words)) + end);
    }
  }

  private static String each(Collection<String> all) {
    return all.stream().map(Isolate::balanced).collect(Collectors.joining("; "));
  }

  private static List<String> cited(Incident incident, List<Copy> copies) {
    var numbers = new LinkedHashSet<String>();
    for (var citation : incident.now().citations()) {
      for (var copy : copies) {
        if (copy.exhibit().id().equals(citation.exhibit())) {
          numbers.add(copy.number());
        }
      }
    }
    return List.copyOf(numbers);
  }

  /** An incident with how it is judged and what is said about who is behind it. */
  GeneralDossier.Incident incident(Incident incident, List<Copy> copies) {
    return new GeneralDossier.Incident(
        fact(incident, copies), judgement(incident), attribution(incident));
  }

  private static Judgement judgement(Incident incident) {
    var grading = incident.grading();
    var likelihood =
        switch (grading.likelihood()) {
          case "almost-none" -> Judgement.Likelihood.ALMOST_NO_CHANCE;
          case "very-unlikely" -> Judgement.Likelihood.VERY_UNLIKELY;
          case "unlikely" -> Judgement.Likelihood.UNLIKELY;
          case "even" -> Judgement.Likelihood.ROUGHLY_EVEN;
          case "likely" -> Judgement.Likelihood.LIKELY;
          case "very-likely" -> Judgement.Likelihood.VERY_LIKELY;
          case "almost-certain" -> Judgement.Likelihood.ALMOST_CERTAIN;
          default -> Judgement.Likelihood.NOT_JUDGED;
        };
    var confidence =
        switch (grading.confidence()) {
          case "high" -> Judgement.Confidence.HIGH;
          case "moderate" -> Judgement.Confidence.MODERATE;
          default -> Judgement.Confidence.LOW;
        };
    return new Judgement(
        source(grading.source()), information(grading.information()), likelihood, confidence);
  }

  private static Judgement.Source source(String code) {
    for (var source : Judgement.Source.values()) {
      if (source.name().equals(code)) {
        return source;
      }
    }
    return Judgement.Source.F;
  }

  private static Judgement.Information information(String digit) {
    for (var information : Judgement.Information.values()) {
      if (information.name().equals("I" + digit)) {
        return information;
      }
    }
    return Judgement.Information.I6;
  }

  /** The claim that reaches furthest; the other hypotheses stand beside it as alternatives. */
  private Attribution attribution(Incident incident) {
    var words = material.spoken(incident);
    var covered = material.covered(words);
    var hypotheses = words.values("hypothesis", covered);
    var alternatives = words.values("alternative", covered);
    var best = -1;
    for (var i = 0; i < incident.claims().size(); i++) {
      var claim = incident.claims().get(i);
      if (!claim.alternative().isBlank()
          && (best < 0 || claim.level().compareTo(incident.claims().get(best).level()) > 0)) {
        best = i;
      }
    }
    if (best < 0 || level(incident.claims().get(best).level()) == Attribution.Level.NONE) {
      return Attribution.none();
    }
    var others = new LinkedHashSet<String>(List.of(alternatives.get(best)));
    for (var i = 0; i < hypotheses.size(); i++) {
      if (i != best) {
        others.add(hypotheses.get(i));
      }
    }
    return new Attribution(
        level(incident.claims().get(best).level()),
        hypotheses.get(best),
        2,
        List.copyOf(others),
        Attribution.Answer.NOT_ASKED);
  }

  private static Attribution.Level level(String code) {
    return switch (code) {
      case "A1" -> Attribution.Level.CLAIMED;
      case "A2" -> Attribution.Level.CIRCUMSTANTIAL;
      case "A3" -> Attribution.Level.CONVERGENT;
      case "A4" -> Attribution.Level.DOCUMENTED;
      default -> Attribution.Level.NONE;
    };
  }

  /** What in particular could not be verified. */
  List<String> unverified() {
    var sentences = new ArrayList<>(material.draft().contents().unverified());
    var unknown =
        material.chosenIncidents().stream()
            .flatMap(incident -> material.callers(incident).stream())
            .anyMatch(caller -> caller.status().state().equals("unknown"));
    if (unknown) {
      sentences.add(say("dossier.paper.numbers"));
    }
    return sentences;
  }

  /** What it did, in the words of the letter or, where nothing was written, of the incidents. */
  List<String> harms() {
    var written = material.draft().complaint().harms();
    if (!written.isEmpty()) {
      return written;
    }
    var harms = new LinkedHashSet<String>();
    for (var incident : material.chosenIncidents()) {
      for (var impact : incident.now().impacts()) {
        if (!impact.equals("none") && !impact.equals("other")) {
          harms.add(say("incident.impact." + impact));
        }
      }
    }
    return harms.isEmpty() ? List.of(say("dossier.paper.no-harm")) : List.copyOf(harms);
  }

  /** Who the senders said to be, or the empty text. */
  String claimedSenders(List<Incident> incidents) {
    var claimed = new LinkedHashSet<String>();
    for (var incident : incidents) {
      var words = material.spoken(incident);
      claimed.add(words.text("claimed", material.covered(words)));
    }
    claimed.remove("");
    return each(claimed);
  }

  /** A step in the keeping of {@code copy}; of what it was taken from, its number if it is here. */
  private String step(Copy copy, String event) {
    var key = "dossier.custody." + event;
    return event.equals("enclosed")
        ? Enclosures.from(copy.exhibit())
            .flatMap(material::whole)
            .map(number -> messages.text(language, key, number))
            .orElseGet(() -> say(key + ".outside"))
        : say(key);
  }

  /** An exhibit with its story. */
  org.vigie.typeset.letters.Exhibit exhibit(Copy copy) {
    var kind = say("dossier.exhibit." + Copy.kind(copy.exhibit()));
    var anew = copy.anew().isEmpty() ? "" : ", " + say("dossier.exhibit.anew." + copy.anew());
    return new org.vigie.typeset.letters.Exhibit(
        copy.number(),
        kind + anew,
        copy.path(),
        copy.bytes().sha256(),
        !copy.original(),
        Story.teller(messages, language, material, copy).origin(copy.exhibit()).stream()
            .map(CustodyStory.Line::words)
            .toList(),
        Story.of(material, copy).stream()
            .map(step ->
                new org.vigie.typeset.letters.Exhibit.Step(
                    step.at(), step(copy, step.event()), say("dossier.role." + step.by())))
            .toList());
  }
}
