package org.vigie.node.caller.web;

import java.util.List;
import java.util.Set;
import org.vigie.node.caller.Caller;
import org.vigie.node.caller.Screen;
import org.vigie.node.incident.Incident;

/**
 * The callers of a case.
 *
 * @param caseId the case
 * @param rows in the order they were first noted
 */
public record CallersPage(String caseId, List<Row> rows) {

  /**
   * A caller in the list.
   *
   * @param id what its address holds
   * @param shown as displayed
   * @param number whether it is written from left to right whatever the language
   * @param kind message key of what it is
   * @param aliases names shown with it, other than itself
   * @param incidents how many incidents came from it
   * @param unread message key of why it could not be read, or empty
   */
  public record Row(
      String id,
      String shown,
      boolean number,
      String kind,
      List<String> aliases,
      int incidents,
      String unread) {

    static Row of(Caller caller, List<Incident> incidents) {
      var now = caller.head().now();
      return new Row(
          caller.id(),
          now.raw(),
          now.kind().equals("phone"),
          "caller.kind." + now.kind(),
          caller.aliases().stream().filter(alias -> !alias.equals(now.raw())).toList(),
          from(caller.ids(), incidents).size(),
          Screen.of(now).unread());
    }
  }

  static List<Incident> from(Set<String> ids, List<Incident> incidents) {
    return incidents.stream()
        .filter(incident -> incident.now().approach().callers().stream().anyMatch(ids::contains))
        .toList();
  }
}
