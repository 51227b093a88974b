package org.vigie.node.campaign.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.matching.campaign.CampaignView;
import org.vigie.node.campaign.CampaignOffice;
import org.vigie.node.picture.Constellation;
import org.vigie.node.picture.Pictures;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Messages;
import org.vigie.node.shell.Notice;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.ShellRefused;
import org.vigie.node.shell.SignedIn;
import org.vigie.node.shell.Visit;

/** What keepers and analysts see of campaigns. */
@Controller
final class CampaignController {

  private static final String HOME = "/campaigns";

  private final CampaignOffice office;
  private final Messages messages;

  CampaignController(CampaignOffice office, Messages messages) {
    this.office = office;
    this.messages = messages;
  }

  @Access({Role.KEEPER, Role.ANALYST})
  @GetMapping("/campaigns")
  Page list(Visit visit) throws Refusal, IOException {
    var member = visit.signedIn();
    if (keeps(member)) {
      office.tend(member);
    }
    return Page.of(
        "campaign/list",
        new CampaignsPage(
            office.opens(member),
            keeps(member),
            office.campaigns(member),
            office.threshold().people(),
            office.weeks()));
  }

  private static boolean keeps(SignedIn member) {
    return member.roles().contains(Role.KEEPER);
  }

  @Access({Role.KEEPER, Role.ANALYST})
  @GetMapping("/campaigns/{campaign}")
  Page look(Visit visit, @PathVariable String campaign) throws Refusal {
    var found = find(visit, campaign);
    var picture =
        drawn(found.view(), visit.language())
            .map(drawn -> Pictures.described(drawn, Pictures.PAGE))
            .orElse(null);
    return Page.of("campaign/look", new CampaignPage(found, keeps(visit.signedIn()), picture));
  }

  @Access({Role.KEEPER, Role.ANALYST})
  @GetMapping("/campaigns/{campaign}/constellation.png")
  void picture(
      Visit visit,
      @PathVariable String campaign,
      @RequestParam(defaultValue = "") String screen,
      HttpServletResponse response)
      throws Refusal, IOException {
    var drawn =
        drawn(find(visit, campaign).view(), visit.language()).orElseThrow(ShellRefused::notFound);
    var width = screen.equals("phone") ? Pictures.PHONE : Pictures.PAGE;
    var png = Pictures.constellation(drawn, width).png();
    response.setContentType("image/png");
    response.setContentLength(png.length);
    response.getOutputStream().write(png);
  }

  private CampaignOffice.Shown find(Visit visit, String campaign) throws Refusal {
    return office.campaign(visit.signedIn(), campaign).orElseThrow(ShellRefused::notFound);
  }

  private Optional<Constellation> drawn(CampaignView view, Language language) {
    if (view.stars().isEmpty()) {
      return Optional.empty();
    }
    var stars = new ArrayList<Constellation.Star>();
    for (var star : view.stars()) {
      stars.add(
          new Constellation.Star(
              CampaignPage.letter(stars.size()),
              messages.text(language, "link.kind." + star.means().code()),
              star.persons(),
              star.means().alone()));
    }
    var ties = new ArrayList<Constellation.Tie>();
    view.ties()
        .forEach(tie -> ties.add(new Constellation.Tie(tie.one(), tie.other(), tie.persons())));
    return Optional.of(new Constellation(List.copyOf(stars), List.copyOf(ties), language));
  }

  @Access(Role.KEEPER)
  @PostMapping("/campaigns/{campaign}/decision")
  Page decide(Visit visit, @PathVariable String campaign, Form form) throws Refusal {
    var answer = form.text("answer");
    if (answer.equals("show") || answer.equals("hide")) {
      office.decide(visit.signedIn(), campaign, answer.equals("show"));
      visit.tell(Notice.done("campaign.decided"));
    }
    return Page.to(HOME);
  }

  @Access(Role.KEEPER)
  @PostMapping("/campaigns/threshold")
  Page threshold(Visit visit, Form form) {
    office.keep(form.text("people"), form.text("weeks"));
    visit.tell(Notice.done("campaign.threshold.kept"));
    return Page.to(HOME);
  }
}
