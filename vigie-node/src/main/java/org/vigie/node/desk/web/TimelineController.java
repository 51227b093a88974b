package org.vigie.node.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.CaseRefused;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.Looked;
import org.vigie.node.casefile.SignedInMember;
import org.vigie.node.desk.Contacts;
import org.vigie.node.incident.Incident;
import org.vigie.node.picture.ContactTimeline;
import org.vigie.node.picture.Pictures;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Messages;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.ShellRefused;
import org.vigie.node.shell.Visit;

/** When somebody was reached, through what, and when there was silence. */
@Controller
final class TimelineController {

  /** Days without contact that are worth showing. */
  private static final int SILENCE = 14;

  private final Cases cases;
  private final Messages messages;
  private final InstantSource clock;

  TimelineController(Cases cases, Messages messages, InstantSource clock) {
    this.cases = cases;
    this.messages = messages;
    this.clock = clock;
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/timeline")
  Page timeline(Visit visit, @PathVariable String id, @RequestParam(defaultValue = "") String kind)
      throws Refusal, IOException {
    var open = find(visit, id);
    cases.looked(open, new Looked("timeline", "", ""));
    var all = Contacts.of(open.register());
    var known = all.kinds().containsKey(kind) ? kind : "";
    var drawn = drawn(all.only(known), visit.language());
    var picture = drawn.map(timeline -> Pictures.described(timeline, Pictures.PAGE)).orElse(null);
    return Page.of("desk/timeline", TimelinePage.of(id, known, all, drawn.orElse(null), picture));
  }

  @Access({Role.PERSON, Role.CASEWORKER})
  @GetMapping("/cases/{id}/timeline.png")
  void picture(
      Visit visit,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String screen,
      HttpServletResponse response)
      throws Refusal, IOException {
    var shown = Contacts.of(find(visit, id).register()).only(kind);
    var timeline = drawn(shown, visit.language()).orElseThrow(ShellRefused::notFound);
    var width = screen.equals("phone") ? Pictures.PHONE : Pictures.PAGE;
    var png = Pictures.timeline(timeline, width).png();
    response.setContentType("image/png");
    response.setContentLength(png.length);
    response.getOutputStream().write(png);
  }

  private Optional<ContactTimeline> drawn(Contacts contacts, Language language) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return contacts
        .first()
        .map(first -> {
          var last = contacts.last().filter(day -> day.isAfter(today)).orElse(today);
          var lanes =
              contacts.lanes(
                  incident -> lane(language, incident),
                  talk -> messages.text(language, "desk.timeline.exhibit", talk.number()));
          return new ContactTimeline(first, last, lanes, SILENCE, language);
        });
  }

  private String lane(Language language, Incident incident) {
    var channel = incident.now().approach().channel();
    return channel.isEmpty() || channel.equals("unknown")
        ? messages.text(language, "desk.timeline.unknown")
        : messages.text(language, "incident.channel." + channel);
  }

  private Cases.Open find(Visit visit, String id) throws Refusal {
    return cases.find(SignedInMember.of(visit), id).orElseThrow(CaseRefused::notFound);
  }
}
