package org.vigie.node.link.web;

import java.io.IOException;
import java.util.ArrayList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.link.IntroductionOpened;
import org.vigie.node.link.Introductions;
import org.vigie.node.link.LinkRefused;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.Visit;
import org.vigie.register.Author;

/** Writing to the other side of a link, and leaving. */
@Controller
final class IntroductionController {

  private static final String HOME = "/introductions";

  private final Introductions introductions;

  IntroductionController(Introductions introductions) {
    this.introductions = introductions;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/introductions")
  Page list(Visit visit) throws Refusal {
    var rows = new ArrayList<IntroductionPage>();
    for (var open : introductions.of(SignedInMember.of(visit))) {
      rows.add(page(open));
    }
    return Page.of("link/introductions", rows);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/introductions/{id}")
  Page read(Visit visit, @PathVariable String id) throws Refusal, IOException {
    var open = find(visit, id);
    introductions.tend(open);
    return Page.of("link/introduction", page(open));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/introductions/{id}")
  Page write(Visit visit, @PathVariable String id, Form form) throws Refusal {
    var open = find(visit, id);
    if (form.has("message")) {
      introductions.say(open, form.raw("message").strip());
      visit.tell(Notice.done("link.introduction.sent"));
    }
    return Page.to(HOME + "/" + id);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/introductions/{id}/leave")
  Page askToLeave(Visit visit, @PathVariable String id) throws Refusal {
    find(visit, id);
    return Page.of("link/leave", id);
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @PostMapping("/introductions/{id}/leave")
  Page leave(Visit visit, @PathVariable String id) throws Refusal {
    introductions.leave(find(visit, id));
    visit.tell(Notice.done("link.introduction.left"));
    return Page.to(HOME);
  }

  private IntroductionPage page(Introductions.Open open) throws Refusal {
    var me = new Author.Member(open.register().me());
    var as = introductions.as(open);
    var messages = new ArrayList<IntroductionPage.Message>();
    for (var said : open.talk().said()) {
      var who = IntroductionPage.who(said.author().equals(me), said.said().as(), as);
      messages.add(new IntroductionPage.Message(who, said));
    }
    var opened = open.talk().opened();
    return new IntroductionPage(
        open.register().id().value(),
        opened == null ? new IntroductionOpened(java.util.List.of(), "") : opened,
        messages,
        introductions.answered(open));
  }

  private Introductions.Open find(Visit visit, String id) throws Refusal {
    return introductions
        .find(SignedInMember.of(visit), id)
        .orElseThrow(LinkRefused::noIntroduction);
  }
}
