package org.vigie.node.house.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.node.house.Houses;
import org.vigie.node.shell.FirstPage;
import org.vigie.node.shell.NavItem;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;

/** Where the house is found in the navigation, and what an empty node shows first. */
@Configuration(proxyBeanMethods = false)
class HouseNavigation {

  @Bean
  NavItem membersItem() {
    return new NavItem("/members", "house.nav.members", Set.of(Role.KEEPER), 800);
  }

  @Bean
  NavItem houseItem() {
    return new NavItem("/house", "house.nav.house", Set.of(Role.KEEPER), 810);
  }

  @Bean
  NavItem accountItem() {
    return new NavItem("/account", "house.nav.account", Set.of(), 900);
  }

  /** Whoever is no longer in the house is told so, and not to wait for a keeper. */
  @Bean
  FirstPage afterTheHouse() {
    return visit ->
        visit.member().filter(Houses::left).map(gone -> Page.of("shell/front", "house.left"));
  }

  @Bean
  FirstPage foundingFirst(Houses houses) {
    return visit ->
        houses.waiting()
            ? java.util.Optional.of(Page.of("house/empty"))
            : java.util.Optional.empty();
  }
}
