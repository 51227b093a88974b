package org.vigie.node.casefile.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.AccountTold;
import org.vigie.node.casefile.CaseFile;
import org.vigie.node.casefile.CaseOpened;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;
import org.vigie.register.RegisterRefused;

/**
 * Telling: words first, anything may be skipped, and what was told once is never asked again. What
 * comes later is added to it.
 */
@Controller
final class TellController {

  private final Cases cases;
  private final SecureRandom random;

  TellController(Cases cases, SecureRandom random) {
    this.cases = cases;
    this.random = random;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/tell")
  Page begin(Visit visit) throws RegisterRefused {
    var own = own(visit);
    return own.isPresent()
        ? Page.to("/cases/" + own.get().id() + "/tell")
        : Page.of("casefile/tell", TellPage.first(visit.language(), forOther(visit)));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/tell")
  Page told(Visit visit, Form form) throws RegisterRefused {
    return Page.to("/cases/" + keep(visit, form).id() + "/consent");
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/tell")
  Page again(Visit visit, @PathVariable String id) throws Refusal {
    var open = find(visit, id);
    return Page.of("casefile/tell", TellPage.more(visit.language(), open));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/tell")
  Page added(Visit visit, @PathVariable String id, Form form) throws Refusal {
    var open = find(visit, id);
    if (form.has("words")) {
      open.register().append(CaseFile.TOLD, account(open, form));
      visit.tell(Notice.done("casefile.tell.kept"));
    }
    return Page.to("/cases/" + id);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/account")
  Page account(Visit visit, @PathVariable String id) throws Refusal {
    var open = find(visit, id);
    cases.looked(open, new org.vigie.node.casefile.Looked("account", "", ""));
    return Page.of("casefile/account", AccountPage.of(open));
  }

  private Cases.Open keep(Visit visit, Form form) throws RegisterRefused {
    var languages = form.has("language") ? List.of(form.text("language")) : List.<String>of();
    var openedBy = forOther(visit) ? "caseworker" : "person";
    var own = own(visit);
    var open =
        own.isPresent()
            ? own.get()
            : cases.open(
                SignedInMember.of(visit),
                new CaseOpened(form.text("pseudonym"), languages, openedBy));
    if (form.has("words")) {
      open.register().append(CaseFile.TOLD, account(open, form));
    }
    return open;
  }

  private AccountTold account(Cases.Open open, Form form) {
    var first = open.file().accounts().stream().findFirst();
    var kind = first.isEmpty() ? "first" : "addendum";
    var account = first.map(told -> told.account().account()).orElseGet(this::freshId);
    return new AccountTold(
        account, kind, form.text("language"), form.raw("words").strip(), form.text("teller"), "");
  }

  /** A person has one case of their own; a caseworker begins a new one for someone each time. */
  private Optional<Cases.Open> own(Visit visit) throws RegisterRefused {
    if (forOther(visit)) {
      return Optional.empty();
    }
    for (var open : cases.of(SignedInMember.of(visit))) {
      if (Cases.own(open)) {
        return Optional.of(open);
      }
    }
    return Optional.empty();
  }

  private static boolean forOther(Visit visit) {
    return !visit.signedIn().roles().contains(Role.PERSON);
  }

  private Cases.Open find(Visit visit, String id) throws Refusal {
    return cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound);
  }

  private String freshId() {
    var bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
