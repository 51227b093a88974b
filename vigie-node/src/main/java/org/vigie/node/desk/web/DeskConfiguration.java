package org.vigie.node.desk.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.node.casefile.CaseCard;
import org.vigie.node.desk.CheckIns;
import org.vigie.node.incident.Incidents;
import org.vigie.node.shell.NavItem;
import org.vigie.node.shell.Role;
import org.vigie.register.Catalogue;

/** Makes what the desk offers. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

  @Bean
  NavItem casesSection() {
    return new NavItem("/cases", "desk.nav.cases", Set.of(Role.PERSON, Role.CASEWORKER), 20);
  }

  @Bean
  Catalogue deskEntries() {
    return Catalogue.of(CheckIns.PLANNED, CheckIns.HELD);
  }

  @Bean
  CaseCard checkInCard() {
    return new CaseCard(
        55, "desk.checkin.card", "/check-ins", open -> CheckIns.of(open.register()).open().size());
  }

  @Bean
  CaseCard timelineCard() {
    return new CaseCard(
        50,
        "desk.case.timeline",
        "/timeline",
        open ->
            (int)
                Incidents.of(open.register()).happened().stream()
                    .filter(incident -> incident.when().isPresent())
                    .count());
  }
}
