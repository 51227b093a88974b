package org.vigie.node.house.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.vigie.node.ops.HomeCheck;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Page;
import org.vigie.node.shell.Role;

/** What keepers should know of the machine the house lives on. */
@Controller
final class HouseController {

  private final List<HomeCheck> checks;

  HouseController(ObjectProvider<HomeCheck> checks) {
    this.checks = checks.orderedStream().toList();
  }

  @Access(Role.KEEPER)
  @GetMapping("/house")
  Page house() {
    return Page.of("house/house", new HousePage(checks.stream().map(HomeCheck::look).toList()));
  }
}
