package org.vigie.node.caller.web;

import java.util.ArrayList;
import java.util.List;
import org.vigie.kernel.Refusal;
import org.vigie.node.caller.Callers;
import org.vigie.node.caller.Screen;
import org.vigie.node.incident.IncidentFiled;
import org.vigie.node.incident.ReachedFrom;
import org.vigie.node.shell.Form;
import org.vigie.register.OpenRegister;

/** Keeps the numbers and names that came with an incident; one a line, nothing is refused. */
final class CallersOfIncident implements IncidentFiled {

  private final FreshIds ids;

  CallersOfIncident(FreshIds ids) {
    this.ids = ids;
  }

  @Override
  public List<String> callers(OpenRegister file, Form form) throws Refusal {
    return keep(file, form, ids);
  }

  /** Keeps each line of the field {@code number} and answers the identifiers of its records. */
  static List<String> keep(OpenRegister file, Form form, FreshIds ids) throws Refusal {
    var kept = new ArrayList<String>();
    var region = form.text("numberRegion");
    for (var line : form.raw("number").lines().map(String::strip).toList()) {
      if (!line.isEmpty()) {
        kept.add(Callers.of(file).keep(new Screen(line, region), ids::next));
      }
    }
    return List.copyOf(kept);
  }

  @Override
  public List<ReachedFrom> reachedFrom(OpenRegister file, List<String> wanted) throws Refusal {
    return Callers.of(file).inOrder().stream()
        .filter(noted -> wanted.contains(noted.caller()))
        .map(noted ->
            new ReachedFrom(
                noted.caller(),
                noted.raw(),
                noted.kind().equals("phone"),
                Screen.of(noted).unread()))
        .toList();
  }
}
