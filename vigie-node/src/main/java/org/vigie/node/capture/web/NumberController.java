package org.vigie.node.capture.web;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.caller.Callers;
import org.vigie.node.caller.CallersJoined;
import org.vigie.node.caller.Screen;
import org.vigie.node.capture.HiddenNames;
import org.vigie.node.capture.NumberGiven;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Messages;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;

/** Asks for the numbers that an export hides behind saved names. Nothing is guessed. */
@Controller
final class NumberController {

  private final Cases cases;
  private final Messages messages;
  private final SecureRandom random;

  NumberController(Cases cases, Messages messages, SecureRandom random) {
    this.cases = cases;
    this.messages = messages;
    this.random = random;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/exhibits/{exhibit}/names")
  Page ask(Visit visit, @PathVariable String id, @PathVariable String exhibit)
      throws Refusal, IOException {
    var found = CaptureCase.find(cases, visit, id);
    var one = found.exhibit(exhibit);
    cases.looked(found.open(), new Looked("exhibit", exhibit, ""));
    var file = found.open().register();
    return Page.of(
        "capture/names",
        new NamesPage(
            found.base(),
            one,
            HiddenNames.of(one),
            HiddenNames.cards(file),
            found.captures().numbers(exhibit)));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/cases/{id}/exhibits/{exhibit}/names")
  Page keep(Visit visit, @PathVariable String id, @PathVariable String exhibit, Form form)
      throws Refusal, IOException {
    var found = CaptureCase.find(cases, visit, id);
    var one = found.exhibit(exhibit);
    var back = Page.to(found.base() + "/exhibits/" + exhibit + "/names");
    var names = HiddenNames.of(one);
    var typed = form.text("name");
    var index = typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1;
    var card = card(found, form.text("card"));
    var number = card == null ? form.text("number") : card.number();
    if (index < 0 || index >= names.size() || number.isEmpty()) {
      visit.tell(Notice.problem("capture.names.none"));
      return back;
    }
    var basis = card == null ? basis(form.text("basis")) : "card";
    join(visit, found, one, new Said(names.get(index), number, basis, card), form.text("region"));
    visit.tell(Notice.done("capture.names.kept"));
    return back;
  }

  /** What was said, and on what card it stands if on any. */
  private record Said(String name, String number, String basis, HiddenNames.@Nullable Card card) {}

  private void join(Visit visit, CaptureCase found, Exhibit exhibit, Said said, String region)
      throws Refusal {
    var callers = Callers.of(found.open().register());
    var number = callers.keep(new Screen(said.number(), region), this::freshId);
    var alias = callers.keep(new Screen(said.name(), ""), this::freshId);
    if (!number.equals(alias)) {
      var from = messages.text(visit.language(), "capture.basis." + said.basis());
      var why = messages.text(visit.language(), "capture.names.why", exhibit.number(), from);
      callers.judge(new CallersJoined(number, alias, false, why));
    }
    var card = said.card();
    found
        .captures()
        .keep(
            new NumberGiven(
                exhibit.id(),
                said.name(),
                said.number(),
                said.basis(),
                card == null ? "" : card.exhibit(),
                number));
  }

  private static HiddenNames.@Nullable Card card(CaptureCase found, String wanted)
      throws Refusal, IOException {
    if (wanted.isEmpty()) {
      return null;
    }
    for (var card : HiddenNames.cards(found.open().register())) {
      if (card.id().equals(wanted)) {
        return card;
      }
    }
    return null;
  }

  private static String basis(String code) {
    return List.of("contacts", "paper", "memory").contains(code) ? code : "said";
  }

  private String freshId() {
    var bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
