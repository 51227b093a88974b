package org.vigie.node.desk.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.node.shell.NavItem;
import org.vigie.node.shell.Role;

/** Makes what the desk offers. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

  @Bean
  NavItem casesSection() {
    return new NavItem("/cases", "desk.nav.cases", Set.of(Role.PERSON, Role.CASEWORKER), 20);
  }
}
