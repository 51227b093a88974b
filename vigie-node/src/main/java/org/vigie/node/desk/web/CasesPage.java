package org.vigie.node.desk.web;

import java.util.List;
import java.util.Set;
import org.vigie.node.shell.Role;

/**
 * The cases a member can open.
 *
 * @param rows one a case
 * @param roles what the member does in the house
 */
public record CasesPage(List<Row> rows, Set<Role> roles) {

  /** A case in the list. */
  public record Row(String id, String pseudonym, int incidents) {}

  /** Whether this member may begin a case for someone. */
  public boolean mayBegin() {
    return roles.contains(Role.CASEWORKER);
  }
}
