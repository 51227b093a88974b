package org.vigie.node.desk.web;

import java.util.List;
import java.util.Set;
import org.vigie.node.casefile.CasesNote;
import org.vigie.node.shell.Role;

/**
 * The cases a member can open.
 *
 * @param rows one a case
 * @param roles what the member does in the house
 * @param notes what waits in them
 */
public record CasesPage(List<Row> rows, Set<Role> roles, List<Note> notes) {

  /** Something that waits, and how often. */
  public record Note(CasesNote about, int count) {}

  /** A case in the list. */
  public record Row(String id, String pseudonym, int incidents) {}

  /** Whether this member may begin a case for someone. */
  public boolean mayBegin() {
    return roles.contains(Role.CASEWORKER);
  }
}
