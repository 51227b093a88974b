package org.vigie.node.leak.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.node.leak.Leaks;
import org.vigie.node.shell.NavItem;
import org.vigie.node.shell.Role;
import org.vigie.register.Catalogue;
import org.vigie.register.Registers;

/** Makes what is kept between two. */
@Configuration(proxyBeanMethods = false)
class LeakConfiguration {

  @Bean
  Catalogue leakEntries() {
    return Catalogue.of(Leaks.BEGUN, Leaks.SUPPOSED);
  }

  @Bean
  Leaks leaks(Registers registers) {
    return new Leaks(registers);
  }

  @Bean
  NavItem leaksSection() {
    return new NavItem("/leaks", "leak.nav", Set.of(Role.CASEWORKER, Role.KEEPER), 60);
  }
}
