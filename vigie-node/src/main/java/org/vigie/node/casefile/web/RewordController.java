package org.vigie.node.casefile.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.casefile.Telling;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/** Telling something in other words: the former ones are kept beside them. */
@Controller
final class RewordController {

  private final Cases cases;

  RewordController(Cases cases) {
    this.cases = cases;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/account/{version}/reword")
  Page words(Visit visit, @PathVariable String id, @PathVariable String version) throws Refusal {
    var open = find(visit, id);
    var telling = telling(open, version);
    cases.looked(open, new Looked("account", "", ""));
    return Page.of("casefile/reword", new RewordPage(id, telling));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/account/{version}/reword")
  Page reword(Visit visit, @PathVariable String id, @PathVariable String version, Form form)
      throws Refusal {
    var open = find(visit, id);
    var changed = telling(open, version).reword(open, form.text("language"), form.raw("words"));
    visit.tell(Notice.done(changed ? "casefile.reword.kept" : "casefile.reword.same"));
    return Page.to("/cases/" + id + "/account");
  }

  /** By any of its versions: the form may have been opened before somebody else reworded it. */
  private static Telling telling(Cases.Open open, String version) throws Refusal {
    for (var telling : open.file().tellings()) {
      var meant =
          telling.versions().stream()
              .anyMatch(one -> Long.toString(one.sequence()).equals(version));
      if (meant && telling.rewordable(open)) {
        return telling;
      }
    }
    throw CaseRefused.noItem();
  }

  private Cases.Open find(Visit visit, String id) throws Refusal {
    return cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound);
  }
}
