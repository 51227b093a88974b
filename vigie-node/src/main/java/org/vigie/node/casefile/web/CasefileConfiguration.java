package org.vigie.node.casefile.web;

import java.time.InstantSource;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.node.casefile.CaseFile;
import org.vigie.node.casefile.Cases;
import org.vigie.node.shell.NavItem;
import org.vigie.node.shell.Role;
import org.vigie.register.Catalogue;
import org.vigie.register.Registers;

/** Makes what casefile offers. */
@Configuration(proxyBeanMethods = false)
class CasefileConfiguration {

  @Bean
  Cases cases(Registers registers, InstantSource clock) {
    return new Cases(registers, clock);
  }

  @Bean
  Catalogue casefileEntries() {
    return Catalogue.of(
        CaseFile.OPENED,
        CaseFile.TOLD,
        CaseFile.RELATIVE,
        CaseFile.NEVER,
        CaseFile.NAME,
        CaseFile.LOOKED);
  }

  @Bean
  NavItem tellSection() {
    return new NavItem("/tell", "casefile.nav.tell", Set.of(Role.PERSON, Role.CASEWORKER), 10);
  }
}
