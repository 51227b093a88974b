package org.vigie.node.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Language;
import org.vigie.kernel.PartialDate;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.AccountTold;
import org.vigie.node.casefile.CaseFile;
import org.vigie.node.casefile.CaseOpened;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.consent.ConsentHeard;
import org.vigie.node.consent.Consents;
import org.vigie.node.demo.files.DemoFile;
import org.vigie.node.demo.files.DemoFiles;
import org.vigie.node.demo.story.DemoCase;
import org.vigie.node.demo.story.DemoExhibit;
import org.vigie.node.demo.story.DemoNote;
import org.vigie.node.demo.story.Role;
import org.vigie.node.demo.story.Story;
import org.vigie.node.exhibit.ExhibitReceived;
import org.vigie.node.exhibit.Intake;
import org.vigie.node.incident.IncidentFiled;
import org.vigie.node.incident.Incidents;
import org.vigie.node.link.Offers;
import org.vigie.node.shell.SignedIn;

/** Writes the cases of the story, each step on its day. */
final class CaseWriter {

  private static final Duration STEP = Duration.ofMinutes(4);

  /** Notes of the house, and the case in whose file they are read. */
  private static final Map<String, String> OF_HOUSE =
      Map.of("programme", "c11", "calling", "c11", "residency", "c12");

  private final Parts parts;
  private final DemoClock clock;
  private final Story story;
  private final Language language;
  private final Map<String, SignedIn> members;
  private final Map<String, DemoFile> files;

  CaseWriter(
      Parts parts, DemoClock clock, Story story, Language language, Map<String, SignedIn> members) {
    this.parts = parts;
    this.clock = clock;
    this.story = story;
    this.language = language;
    this.members = members;
    this.files =
        DemoFiles.of(story).stream().collect(Collectors.toMap(DemoFile::name, Function.identity()));
  }

  /** Something done with an open case, and when. */
  private record Step(Instant at, Work work) {}

  /** A step's work. */
  @FunctionalInterface
  private interface Work {
    void with(Cases.Open open) throws Refusal, IOException;
  }

  /** The day the case was opened: the first thing that was brought, or noted. */
  Instant opening(DemoCase file) {
    var days =
        Stream.concat(
            file.exhibits().stream().map(it -> it.received()),
            file.notes().stream().map(DemoNote::when));
    return DemoHouse.day(
        days.map(PartialDate::earliest).min(Comparator.naturalOrder()).orElse(story.today()));
  }

  void write(DemoCase file) throws Refusal, IOException {
    var opening = opening(file);
    clock.stand(opening);
    var own = personWithAccount(file);
    var caseworker = member(file.caseworker());
    var founder = own == null ? caseworker : own;
    var cases = parts.part(Cases.class);
    var opened =
        new CaseOpened(
            pseudonym(file),
            List.of(file.telling().language().tag()),
            own == null ? "caseworker" : "person");
    var open = cases.open(founder.keys(), opened);
    var reader = own == null ? other(caseworker) : caseworker;
    cases.letIn(open.register(), reader.id(), reader.keys().publicKeys());
    for (var step : steps(file, opening, founder)) {
      clock.stand(step.at());
      step.work().with(open);
    }
    approve(cases, reader, open.id().value());
    looked(cases, caseworker, open.id().value());
  }

  /** A second person reads every incident before it is compared with others. */
  private void approve(Cases cases, SignedIn reader, String id) throws Refusal {
    var open = cases.find(reader.keys(), id);
    if (open.isPresent()) {
      var offers = parts.part(Offers.class);
      var file = open.get().register();
      for (var incident : Incidents.of(file).byTime()) {
        var _ = offers.approve(file, incident, offers.look(file, incident).digest());
      }
    }
  }

  /** The caseworker who reads what this one wrote for somebody without an account. */
  private SignedIn other(SignedIn caseworker) {
    return story.accounts(Role.CASEWORKER).stream()
        .map(account -> member(account.signIn()))
        .filter(one -> !one.id().equals(caseworker.id()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the story needs two caseworkers"));
  }

  private List<Step> steps(DemoCase file, Instant opening, SignedIn founder) {
    var steps = new ArrayList<Step>();
    steps.add(new Step(opening, open -> tell(file, open)));
    steps.add(new Step(opening.plus(STEP), open -> agree(file, open)));
    steps.add(
        new Step(
            opening.plus(STEP.multipliedBy(2)),
            open ->
                new Particulars(file, story, language, this::freshId, filing(founder))
                    .write(open.register())));
    for (var exhibit : file.exhibits()) {
      var at = DemoHouse.day(exhibit.received().earliest()).plus(STEP.dividedBy(2));
      steps.add(new Step(at, open -> receive(founder, open, exhibit)));
    }
    for (var note : notes(file)) {
      var words = note.text().in(language);
      var day = DemoHouse.day(note.when().earliest());
      var at = (day.isBefore(opening) ? opening : day).plus(STEP.multipliedBy(3));
      steps.add(new Step(at, open -> add(open, words, language, "caseworker")));
    }
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  private Particulars.Filing filing(SignedIn writer) {
    return (register, incident) -> {
      for (var listener : parts.all(IncidentFiled.class)) {
        listener.filed(writer.keys(), register, incident);
      }
    };
  }

  /** What the house noted of a gathering or a residency stands with the case it belongs to. */
  private List<DemoNote> notes(DemoCase file) {
    var ofHouse =
        story.notes().stream()
            .filter(note -> file.key().equals(OF_HOUSE.get(note.topic())))
            .toList();
    return Stream.concat(file.notes().stream(), ofHouse.stream()).toList();
  }

  private void receive(SignedIn founder, Cases.Open open, DemoExhibit exhibit)
      throws Refusal, IOException {
    var bytes = files.get(exhibit.file());
    if (bytes == null) {
      throw new IllegalStateException("the story lacks a file");
    }
    parts
        .part(Intake.class)
        .receive(
            founder,
            open.register(),
            exhibit.file(),
            new ByteArrayInputStream(bytes.bytes()),
            provenance(exhibit));
  }

  private ExhibitReceived.Provenance provenance(DemoExhibit exhibit) {
    var name = exhibit.file();
    var sound = name.endsWith(".wav");
    return new ExhibitReceived.Provenance(
        exhibit.provenance().in(language),
        name.contains("whatsapp") ? "app-export" : sound ? "self-recorded" : "shared",
        name.endsWith(".png") ? "screenshot" : "original",
        sound ? "self" : "",
        "none",
        "",
        exhibit.received().text(),
        "");
  }

  private void tell(DemoCase file, Cases.Open open) throws Refusal {
    var telling = file.telling();
    var teller = personWithAccount(file) == null ? "caseworker" : "person";
    var account = freshId();
    open.register()
        .append(
            CaseFile.TOLD,
            new AccountTold(
                account, "first", telling.language().tag(), telling.words(), teller, ""));
    if (telling.language() != language) {
      add(open, telling.gloss().in(language), language, "interpreter");
    }
  }

  private void add(Cases.Open open, String words, Language in, String teller) throws Refusal {
    var account = open.register().fold(CaseFile.FOLD).accounts().getFirst().account().account();
    open.register()
        .append(CaseFile.TOLD, new AccountTold(account, "addendum", in.tag(), words, teller, ""));
  }

  private void agree(DemoCase file, Cases.Open open) throws Refusal {
    var consents = Consents.of(open.register());
    for (var answer : Agreements.of(file, language)) {
      consents.answer(answer);
    }
    for (var listener : parts.all(ConsentHeard.class)) {
      listener.heard(open.register());
    }
  }

  /** The caseworker opens the case once more, so that the page "who looked" has something. */
  private void looked(Cases cases, SignedIn caseworker, String id) throws Refusal {
    var again = cases.find(caseworker.keys(), id);
    if (again.isPresent()) {
      clock.stand(clock.instant().plus(STEP));
      cases.looked(again.get(), new Looked("file", "", ""));
      cases.looked(again.get(), new Looked("account", "", ""));
    }
  }

  private String pseudonym(DemoCase file) {
    return story.accounts().stream()
        .filter(account -> account.signIn().equals(file.person()))
        .map(account -> account.name())
        .findFirst()
        .orElse(file.person());
  }

  private @Nullable SignedIn personWithAccount(DemoCase file) {
    var persons = story.accounts(Role.PERSON).stream().map(account -> account.signIn());
    return persons.anyMatch(file.person()::equals) ? members.get(file.person()) : null;
  }

  private SignedIn member(String signIn) {
    var found = members.get(signIn);
    if (found == null) {
      throw new IllegalStateException("the story lacks an account");
    }
    return found;
  }

  private String freshId() {
    var bytes = new byte[8];
    parts.part(SecureRandom.class).nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
