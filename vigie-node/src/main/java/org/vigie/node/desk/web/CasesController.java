package org.vigie.node.desk.web;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.CaseCard;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.CasesNote;
import org.vigie.node.casefile.Looked;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.house.Colleague;
import org.vigie.node.house.Houses;
import org.vigie.node.incident.Incidents;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;
import org.vigie.register.Author;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/** The list of cases, a case at a glance, who can read it and who looked. */
@Controller
final class CasesController {

  private static final int RESEAL_AT_ONCE = 500;
  private static final int LATEST = 5;

  private final Cases cases;
  private final Houses houses;
  private final List<CaseCard> cards;
  private final List<CasesNote> notes;
  private final InstantSource clock;

  CasesController(
      Cases cases,
      Houses houses,
      List<CaseCard> cards,
      List<CasesNote> notes,
      InstantSource clock) {
    this.clock = clock;
    this.notes = notes;
    this.cases = cases;
    this.houses = houses;
    this.cards = cards.stream().sorted(Comparator.comparingInt(CaseCard::order)).toList();
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases")
  Page list(Visit visit) throws Refusal {
    var rows = new ArrayList<CasesPage.Row>();
    var all = cases.of(SignedInMember.of(visit));
    for (var open : all) {
      rows.add(
          new CasesPage.Row(
              open.id().value(),
              open.file().opened().pseudonym(),
              Incidents.of(open.register()).happened().size()));
    }
    var waiting = new ArrayList<CasesPage.Note>();
    for (var note : notes) {
      var count = note.counter().count(all);
      if (count > 0) {
        waiting.add(new CasesPage.Note(note, count));
      }
    }
    return Page.of("desk/cases", new CasesPage(rows, visit.signedIn().roles(), waiting));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}")
  Page glance(Visit visit, @PathVariable String id) throws Refusal, IOException {
    var open = find(visit, id);
    letGo(visit, open.register());
    cases.looked(open, new Looked("file", "", ""));
    var incidents = Incidents.of(open.register()).happened();
    var latest = Math.max(0, incidents.size() - LATEST);
    var counted = new ArrayList<CaseGlance.Card>();
    for (var card : cards) {
      counted.add(new CaseGlance.Card(card, card.counter().count(open)));
    }
    return Page.of(
        "desk/case",
        new CaseGlance(
            id,
            open.file().opened().pseudonym(),
            open.file().currentAccounts().size(),
            incidents.subList(latest, incidents.size()).reversed(),
            latest,
            Incidents.of(open.register()).impacts().reversed(),
            counted,
            NextStep.of(open, incidents, today()).orElse(null)));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/people")
  Page people(Visit visit, @PathVariable String id) throws Refusal {
    var open = find(visit, id);
    var register = open.register();
    var names = names(visit);
    var inside = register.members().stream().map(member -> member.id()).toList();
    var readers = new ArrayList<PeoplePage.Reader>();
    for (var member : register.members()) {
      readers.add(
          new PeoplePage.Reader(
              member.id().value(),
              names.getOrDefault(member.id(), ""),
              member.role().name(),
              member.id().equals(register.me())));
    }
    var others = new LinkedHashMap<String, String>();
    for (var colleague : caseworkers(visit).values()) {
      if (!inside.contains(colleague.id())) {
        others.put(colleague.id().value(), colleague.name());
      }
    }
    var me = new Author.Member(register.me());
    var person =
        register.members().stream()
            .filter(member -> member.role().name().equals(Cases.PERSON.name()))
            .map(member -> new Author.Member(member.id()))
            .toList();
    var looks =
        open.file().looks().reversed().stream()
            .filter(look -> !look.author().equals(me))
            .map(look ->
                new PeoplePage.Look(
                    name(names, look.author()), person.contains(look.author()), look))
            .toList();
    return Page.of("desk/people", new PeoplePage(id, readers, others, steward(register), looks));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/people")
  Page letIn(Visit visit, @PathVariable String id, Form form) throws Refusal {
    var open = find(visit, id);
    var colleague =
        caseworkers(visit).values().stream()
            .filter(one -> one.id().value().equals(form.text("member")))
            .findFirst();
    if (colleague.isPresent()) {
      cases.letIn(open.register(), colleague.get().id(), colleague.get().keys());
      visit.tell(Notice.done("desk.people.given"));
    }
    return Page.to("/cases/" + id + "/people");
  }

  @Access(
      value = {Role.PERSON, Role.CASEWORKER},
      askAgain = true)
  @GetMapping("/cases/{id}/people/{member}/remove")
  Page askToRemove(Visit visit, @PathVariable String id, @PathVariable String member)
      throws Refusal {
    find(visit, id);
    return Page.of("desk/remove", "/cases/" + id + "/people/" + member + "/remove");
  }

  @Access(
      value = {Role.PERSON, Role.CASEWORKER},
      askAgain = true)
  @PostMapping("/cases/{id}/people/{member}/remove")
  Page remove(Visit visit, @PathVariable String id, @PathVariable String member)
      throws Refusal, IOException {
    var register = find(visit, id).register();
    for (var reader : register.members()) {
      if (reader.id().value().equals(member)) {
        register.remove(reader.id());
        register.reseal(RESEAL_AT_ONCE);
        visit.tell(Notice.done("desk.people.removed"));
      }
    }
    return Page.to("/cases/" + id + "/people");
  }

  /** The key of a colleague who left the house is taken back at the next visit of who decides. */
  private void letGo(Visit visit, OpenRegister register) throws Refusal, IOException {
    var house = houses.house(visit.signedIn());
    if (house.member(register.me()).isEmpty() || !steward(register)) {
      return;
    }
    for (var reader : register.members()) {
      if (house.member(reader.id()).isEmpty() && reader.role().equals(Cases.CASEWORKER)) {
        register.remove(reader.id());
        register.reseal(RESEAL_AT_ONCE);
        visit.tell(Notice.done("desk.people.left"));
      }
    }
  }

  private Map<MemberId, String> names(Visit visit) throws Refusal {
    var names = new LinkedHashMap<MemberId, String>();
    for (var member : houses.house(visit.signedIn()).members().values()) {
      names.put(member.id(), member.name());
    }
    return names;
  }

  private static String name(Map<MemberId, String> names, Author author) {
    return switch (author) {
      case Author.Member member -> names.getOrDefault(member.id(), "");
      case Author.Node node -> "";
    };
  }

  private Map<MemberId, Colleague> caseworkers(Visit visit) throws Refusal {
    return houses
        .colleagues(visit.signedIn(), member -> member.roles().contains(Role.CASEWORKER))
        .stream()
        .collect(
            Collectors.toMap(Colleague::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  private static boolean steward(OpenRegister register) throws RegisterRefused {
    return register.members().stream()
        .anyMatch(member -> member.id().equals(register.me()) && member.role().steward());
  }

  private Cases.Open find(Visit visit, String id) throws Refusal {
    return cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound);
  }
}
