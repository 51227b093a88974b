package org.vigie.node.consent.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.consent.ConsentAnswered;
import org.vigie.node.consent.ConsentHeard;
import org.vigie.node.consent.Consents;
import org.vigie.node.consent.Purpose;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;
import org.vigie.register.RegisterRefused;

/** The consent question: the one thing that has to be answered, and "not now" is an answer. */
@Controller
final class ConsentController {

  /** Version of the explanations in the messages; raise it when their meaning changes. */
  private static final String TEXT_VERSION = "2026-11";

  private final Cases cases;
  private final List<ConsentHeard> listeners;

  ConsentController(Cases cases, List<ConsentHeard> listeners) {
    this.cases = cases;
    this.listeners = listeners;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/consent")
  Page ask(Visit visit, @PathVariable String id) throws Refusal {
    return page(find(visit, id), false);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/consent")
  Page answer(Visit visit, @PathVariable String id, Form form) throws Refusal {
    var open = find(visit, id);
    var consents = Consents.of(open.register());
    var before = answers(consents);
    for (var purpose : Purpose.values()) {
      var answer = form.text("answer." + purpose.code());
      if (!answer.isEmpty() && !answer.equals(before.get(purpose.code()))) {
        consents.answer(answered(visit, form, purpose, answer));
      }
    }
    for (var listener : listeners) {
      listener.heard(open.register());
    }
    if (answers(consents).containsKey(Purpose.KEEP.code())) {
      visit.tell(Notice.done("consent.kept"));
      // The first answer is part of telling, which goes on with what the person has to show.
      return Page.to("/cases/" + id + (before.isEmpty() ? "/exhibits/add?told=yes" : ""));
    }
    return page(open, true);
  }

  private static ConsentAnswered answered(Visit visit, Form form, Purpose purpose, String answer) {
    var explained =
        new ConsentAnswered.Explained(visit.language().tag(), form.text("explained"), TEXT_VERSION);
    return new ConsentAnswered(purpose.code(), "", answer, List.of(), false, explained, "");
  }

  private static Page page(Cases.Open open, boolean missing) throws RegisterRefused {
    var consents = Consents.of(open.register());
    return Page.of(
        "consent/ask",
        new ConsentPage(open.id().value(), answers(consents), missing, consents.history()));
  }

  /** The answer to each purpose for everyone it names. */
  private static Map<String, String> answers(Consents consents) throws RegisterRefused {
    var answers = new LinkedHashMap<String, String>();
    for (var answer : consents.current()) {
      if (answer.answered().recipient().isEmpty()) {
        answers.put(answer.answered().purpose(), answer.answered().answer());
      }
    }
    return answers;
  }

  private Cases.Open find(Visit visit, String id) throws Refusal {
    return cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound);
  }
}
