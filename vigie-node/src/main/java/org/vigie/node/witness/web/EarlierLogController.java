package org.vigie.node.witness.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.vigie.ledger.LedgerRefused;
import org.vigie.node.shell.Access;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.ShellRefused;
import org.vigie.node.store.HouseLogs;

/** Hands out what shows that one log of this house took the place of another. */
@Controller
final class EarlierLogController {

  private final HouseLogs logs;

  EarlierLogController(HouseLogs logs) {
    this.logs = logs;
  }

  @Access(Role.KEEPER)
  @GetMapping("/witnesses/earlier/{number}")
  void hand(@PathVariable String number, HttpServletResponse response)
      throws ShellRefused, IOException, LedgerRefused {
    if (!number.matches("[0-9]{1,4}") || Integer.parseInt(number) >= logs.ended().size()) {
      throw ShellRefused.notFound();
    }
    Files.hand(response, "another-log.txt", logs.succession(Integer.parseInt(number)).text());
  }
}
