package org.vigie.node.exhibit.web;

import java.time.InstantSource;
import java.util.HashMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Language;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.Cases;
import org.vigie.node.exhibit.CustodyNoted;
import org.vigie.node.exhibit.CustodyStory;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.Receipts;
import org.vigie.node.exhibit.Renderings;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Messages;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;
import org.vigie.register.Author;

/** The story of an exhibit on a sheet that can be printed, and why somebody opened it. */
@Controller
final class CustodyController {

  private static final int LONGEST_REASON = 300;

  private final Cases cases;
  private final Messages messages;
  private final Receipts receipts;
  private final InstantSource clock;

  CustodyController(Cases cases, Messages messages, Receipts receipts, InstantSource clock) {
    this.cases = cases;
    this.messages = messages;
    this.receipts = receipts;
    this.clock = clock;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/custody")
  Page sheet(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var roles = new HashMap<MemberId, String>();
    found.file().members().forEach(member -> roles.put(member.id(), member.role().name()));
    var wanted = form.has("in") ? Language.ofTag(form.text("in")) : visit.language();
    var language = wanted == Language.FR ? Language.FR : Language.EN;
    var story =
        new CustodyStory(
            messages,
            language,
            author ->
                author instanceof Author.Member member
                    ? roles.getOrDefault(member.id(), "former")
                    : "machine",
            CustodyStory.Scope.ofCase(Exhibits.of(found.file()).inOrder()));
    var told = story.of(found.exhibit(), Renderings.of(found.file()).beside(exhibit));
    return Page.of(
        "exhibit/custody",
        new CustodyPage(id, found.exhibit(), language, messages, told, witnesses(found.exhibit())));
  }

  private int witnesses(Exhibit exhibit) {
    return receipts.of(exhibit, clock.instant()) instanceof Receipts.State.There there
        ? there.witnesses()
        : -1;
  }

  /** Whoever opens an exhibit says why, if they like. */
  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/why")
  Page why(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal {
    var found = ExhibitCase.find(cases, visit, id, exhibit);
    var typed = form.text("words");
    var words = typed.substring(0, Math.min(LONGEST_REASON, typed.length()));
    var coded = CustodyStory.REASONS.contains(form.text("reason"));
    var reason = coded ? form.text("reason") : words;
    if (!reason.isEmpty()) {
      Exhibits.of(found.file()).note(new CustodyNoted(exhibit, "reason", reason, "", ""));
      visit.tell(Notice.done("exhibit.why.kept"));
    }
    return Page.to("/cases/" + id + "/exhibits/" + exhibit);
  }
}
