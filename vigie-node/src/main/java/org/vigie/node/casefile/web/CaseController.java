package org.vigie.node.casefile.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.CaseFile;
import org.vigie.node.casefile.CaseOpened;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.NameShown;
import org.vigie.node.casefile.NeverSaid;
import org.vigie.node.casefile.RelativeNoted;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;
import org.vigie.register.RegisterRefused;

/** What a person can say about their own case: relatives, words that must not leave, names. */
@Controller
final class CaseController {

  private final Cases cases;
  private final SecureRandom random;

  CaseController(Cases cases, SecureRandom random) {
    this.cases = cases;
    this.random = random;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/relatives")
  Page relatives(Visit visit, @PathVariable String id) throws Refusal {
    return page(visit, id, "casefile/relatives");
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/relatives")
  Page noteRelative(Visit visit, @PathVariable String id, Form form) throws Refusal {
    return append(
        visit,
        id,
        "relatives",
        open -> {
          if (!form.has("handle")) {
            return false;
          }
          open.register()
              .append(
                  CaseFile.RELATIVE,
                  new RelativeNoted(
                      freshId(),
                      form.text("handle"),
                      form.text("relation"),
                      form.text("country"),
                      form.text("caution")));
          return true;
        });
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/never")
  Page never(Visit visit, @PathVariable String id) throws Refusal {
    return page(visit, id, "casefile/never");
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/never")
  Page noteNever(Visit visit, @PathVariable String id, Form form) throws Refusal {
    return append(
        visit,
        id,
        "never",
        open -> {
          if (!form.has("text")) {
            return false;
          }
          var wish = new NeverSaid(freshId(), form.text("kind"), form.text("text"), false);
          open.register().append(CaseFile.NEVER, wish);
          return true;
        });
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/never/{item}/lift")
  Page liftNever(Visit visit, @PathVariable String id, @PathVariable String item) throws Refusal {
    return append(
        visit,
        id,
        "never",
        open -> {
          var wish = open.file().neverSaid().get(item);
          if (wish == null) {
            return false;
          }
          var lifted = new NeverSaid(wish.item(), wish.kind(), wish.text(), true);
          open.register().append(CaseFile.NEVER, lifted);
          return true;
        });
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/names")
  Page names(Visit visit, @PathVariable String id) throws Refusal {
    return page(visit, id, "casefile/names");
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/names")
  Page showName(Visit visit, @PathVariable String id, Form form) throws Refusal {
    return append(
        visit,
        id,
        "names",
        open -> {
          var before = open.file().opened();
          if (form.has("pseudonym") && !form.text("pseudonym").equals(before.pseudonym())) {
            open.register()
                .append(
                    CaseFile.OPENED,
                    new CaseOpened(form.text("pseudonym"), before.languages(), before.openedBy()));
          }
          for (var output : NamesPage.OUTPUTS) {
            var name = form.text("name." + output);
            if (!name.equals(open.file().nameFor(output).orElse(""))) {
              open.register().append(CaseFile.NAME, new NameShown(output, name));
            }
          }
          return true;
        });
  }

  private Page page(Visit visit, String id, String template) throws Refusal {
    Function<Cases.Open, Object> model =
        template.equals("casefile/names") ? NamesPage::of : CasePage::of;
    return Page.of(template, model.apply(find(visit, id)));
  }

  /** Writes into a case; answers whether there was anything to write. */
  @FunctionalInterface
  private interface Writing {
    boolean into(Cases.Open open) throws RegisterRefused;
  }

  private Page append(Visit visit, String id, String section, Writing writing) throws Refusal {
    if (writing.into(find(visit, id))) {
      visit.tell(Notice.done("casefile.kept"));
    }
    return Page.to("/cases/" + id + "/" + section);
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
