package org.vigie.matching.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.vigie.matching.sequence.GeneratedCase.Happened;

/**
 * Made-up stories with known truth: six kinds of operations and four kinds of ordinary cases. They
 * were written from accounts and the taxonomy before the model had numbers, and know none of them.
 */
final class Scenes {

  static final List<String> OPERATIONS =
      List.of("classic", "long-latency", "recruiter", "venue", "threat-first", "family-only");
  static final List<String> ORDINARY =
      List.of("ordinary-family", "ordinary-crime", "ordinary-offices", "ordinary-hostility");

  private final RandomGenerator random;
  private final List<Happened> happened = new ArrayList<>();
  private int day;

  private Scenes(RandomGenerator random) {
    this.random = random;
  }

  static GeneratedCase of(String kind, RandomGenerator random) {
    var scenes = new Scenes(random);
    switch (kind) {
      case "classic" -> scenes.classic();
      case "long-latency" -> scenes.longLatency();
      case "recruiter" -> scenes.recruiter();
      case "venue" -> scenes.venue();
      case "threat-first" -> scenes.threatFirst();
      case "family-only" -> scenes.familyOnly();
      default -> scenes.some(2 + random.nextInt(4), kind);
    }
    if (!kind.startsWith("ordinary")) {
      var life = random.nextInt(3);
      for (var i = 0; i < life; i++) {
        scenes.day = random.nextInt(Math.max(1, scenes.last() + 30));
        scenes.life(ORDINARY.get(random.nextInt(ORDINARY.size())));
      }
    }
    return GeneratedCase.of(kind, scenes.happened);
  }

  private int last() {
    return happened.stream().mapToInt(Happened::day).max().orElse(0);
  }

  private void classic() {
    familyVisited();
    wait(5, 60);
    if (mostly()) {
      questions();
      wait(5, 90);
    }
    contact();
    wait(1, 30);
    if (mostly()) {
      demand();
      wait(1, 45);
    }
    if (sometimes()) {
      threat();
    }
  }

  private void longLatency() {
    familyVisited();
    if (random.nextInt(100) < 30) {
      wait(20, 80);
      questions();
    }
    wait(250, 520);
    contact();
    wait(1, 20);
    if (sometimes()) {
      demand();
    } else {
      threat();
    }
  }

  private void recruiter() {
    if (sometimes()) {
      questions();
      wait(5, 60);
    }
    contact();
    wait(2, 40);
    offer();
    wait(2, 30);
    demand();
    if (sometimes()) {
      wait(2, 60);
      demand();
    }
    if (sometimes()) {
      wait(2, 60);
      threat();
    }
  }

  private void venue() {
    contact();
    wait(3, 40);
    if (mostly()) {
      threat();
      wait(3, 60);
    }
    place();
    if (sometimes()) {
      wait(3, 60);
      place();
    }
    if (sometimes()) {
      wait(3, 90);
      familyVisited();
    }
  }

  private void threatFirst() {
    threat();
    wait(1, 20);
    threat();
    if (sometimes()) {
      wait(1, 30);
      demand();
    }
    if (mostly()) {
      wait(10, 100);
      familyVisited();
    }
  }

  private void familyOnly() {
    familyVisited();
    wait(10, 120);
    if (sometimes()) {
      familyVisited();
      wait(10, 90);
    }
    questions();
    wait(10, 90);
    if (sometimes()) {
      questions();
    }
    if (sometimes()) {
      wait(20, 200);
      add(Step.SILENCE, "proxy-contact-cut", Reached.RELATIVE, Asked.NOTHING);
    }
  }

  private void familyVisited() {
    var acts =
        one(
            "proxy-relative-questioned",
            "proxy-relative-questioned",
            "proxy-relative-questioned",
            "proxy-relative-detained",
            "proxy-relative-threatened");
    var asked =
        one(Asked.INFORMATION, Asked.INFORMATION, Asked.NOTHING, Asked.OTHER, Asked.COMPLIANCE);
    add(Step.FAMILY_APPROACHED, acts, Reached.RELATIVE, asked);
  }

  private void questions() {
    var asked =
        one(
            Asked.INFORMATION,
            Asked.INFORMATION,
            Asked.INFORMATION,
            Asked.RETURN,
            Asked.COMPLIANCE,
            Asked.OTHER);
    var act =
        one(
            "proxy-relayed-message",
            "proxy-relayed-message",
            "proxy-relayed-message",
            "recruit-data");
    add(
        Step.ODD_QUESTIONS,
        act,
        one(Reached.THROUGH_RELATIVES, Reached.THROUGH_RELATIVES, Reached.RELATIVE, Reached.PERSON),
        asked);
  }

  private void contact() {
    var act =
        one(
            "surveil-knowledge",
            "threat-barrage",
            "phys-approach",
            "recruit-data",
            "recruit-informant",
            "digital-impersonation");
    add(
        Step.DIRECT_CONTACT,
        act,
        Reached.PERSON,
        one(Asked.NOTHING, Asked.MEETING, Asked.INFORMATION, Asked.OTHER));
  }

  private void demand() {
    var act =
        one("recruit-informant", "recruit-data", "threat-silence", "mobility-consular-leverage");
    add(
        Step.DEMAND,
        act,
        Reached.PERSON,
        one(Asked.SPYING, Asked.INFORMATION, Asked.COMPLIANCE, Asked.RETURN));
  }

  private void offer() {
    add(
        Step.OFFER,
        one("recruit-family-offer", "recruit-return-offer", "recruit-conditional-benefit"),
        Reached.PERSON,
        one(Asked.NOTHING, Asked.INFORMATION, Asked.RETURN, Asked.MEETING));
  }

  private void threat() {
    add(
        Step.THREAT,
        one(
            "threat-death",
            "threat-violence",
            "threat-reach",
            "threat-blackmail",
            "threat-silence"),
        one(Reached.PERSON, Reached.PERSON, Reached.PERSON, Reached.RELATIVE),
        one(Asked.NOTHING, Asked.COMPLIANCE, Asked.RETURN));
  }

  private void place() {
    add(
        Step.VENUE_CONTACTED,
        one("coopt-host-pressure", "surveil-venue", "proxy-associate-pressured"),
        one(Reached.PLACE, Reached.ASSOCIATE),
        one(Asked.NOTHING, Asked.COMPLIANCE, Asked.INFORMATION));
  }

  private void some(int many, String kind) {
    for (var i = 0; i < many; i++) {
      // Most lives have a little of everything.
      life(random.nextInt(4) > 0 ? kind : ORDINARY.get(random.nextInt(ORDINARY.size())));
      wait(1, 160);
    }
  }

  private void life(String kind) {
    switch (kind) {
      case "ordinary-family" -> family();
      case "ordinary-crime" -> crime();
      case "ordinary-offices" -> offices();
      default -> hostility();
    }
  }

  /** What families do: ask when one comes, fall ill, lose a telephone, get a census visit. */
  private void family() {
    switch (random.nextInt(8)) {
      case 0, 1 -> add(null, "", Reached.THROUGH_RELATIVES, one(Asked.RETURN, Asked.OTHER));
      case 2, 3 -> add(null, "", Reached.RELATIVE, Asked.NOTHING);
      case 4 -> add(null, "proxy-contact-cut", Reached.RELATIVE, Asked.NOTHING);
      case 5 -> add(null, "proxy-relayed-message", Reached.THROUGH_RELATIVES, Asked.OTHER);
      case 6 -> add(null, "", Reached.THROUGH_RELATIVES, one(Asked.MONEY, Asked.NOTHING));
      default ->
          add(null, one("", "", "proxy-relative-questioned"), Reached.RELATIVE, Asked.NOTHING);
    }
  }

  private void crime() {
    switch (random.nextInt(6)) {
      case 0, 1 ->
          add(
              null,
              "digital-phishing",
              Reached.PERSON,
              one(Asked.MONEY, Asked.OTHER, Asked.INFORMATION));
      case 2 ->
          add(null, one("threat-blackmail", "digital-impersonation"), Reached.PERSON, Asked.MONEY);
      case 3 -> add(null, "phys-property", Reached.PERSON, Asked.NOTHING);
      case 4 -> add(null, "digital-account", Reached.PERSON, Asked.NOTHING);
      default ->
          add(
              null,
              one("phys-assault", "phys-approach"),
              Reached.PERSON,
              one(Asked.NOTHING, Asked.MONEY));
    }
  }

  private void offices() {
    switch (random.nextInt(4)) {
      case 0 -> add(null, "mobility-document-denied", Reached.PERSON, Asked.NOTHING);
      case 1 -> add(null, "lawfare-financial", Reached.PERSON, Asked.OTHER);
      case 2 -> add(null, "", Reached.PERSON, one(Asked.OTHER, Asked.INFORMATION));
      default -> add(null, "mobility-consular-leverage", Reached.PERSON, Asked.OTHER);
    }
  }

  private void hostility() {
    switch (random.nextInt(5)) {
      case 0 -> add(null, "digital-smear", one(Reached.PERSON, Reached.PLACE), Asked.NOTHING);
      case 1 -> add(null, "digital-brigading", one(Reached.PERSON, Reached.PLACE), Asked.NOTHING);
      case 2 -> add(null, "surveil-following", Reached.PERSON, Asked.NOTHING);
      case 3 -> add(null, "threat-barrage", Reached.PERSON, one(Asked.NOTHING, Asked.OTHER));
      default -> add(null, "threat-violence", Reached.PERSON, one(Asked.NOTHING, Asked.OTHER));
    }
  }

  private void add(@Nullable Step truth, String act, Reached reached, Asked asked) {
    happened.add(new Happened(day, truth, act, reached, asked));
  }

  private void wait(int least, int most) {
    day += random.nextInt(least, most + 1);
  }

  private boolean mostly() {
    return random.nextInt(100) < 78;
  }

  private boolean sometimes() {
    return random.nextInt(100) < 50;
  }

  @SafeVarargs
  private <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }
}
