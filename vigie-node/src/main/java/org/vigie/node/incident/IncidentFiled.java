package org.vigie.node.incident;

import java.util.List;
import org.vigie.kernel.Refusal;
import org.vigie.node.shell.Form;
import org.vigie.register.OpenRegister;
import org.vigie.register.UnlockedMember;

/**
 * What other capabilities do when an incident is written down, while its words are in memory, and
 * what they show beside it. Each declares a bean of this type.
 */
public interface IncidentFiled {

  /** Identifiers of numbers and names that {@code form} brought and that were kept in the case. */
  default List<String> callers(OpenRegister file, Form form) throws Refusal {
    return List.of();
  }

  /** How those that {@code ids} names are shown beside the incident; unknown ones are left out. */
  default List<ReachedFrom> reachedFrom(OpenRegister file, List<String> ids) throws Refusal {
    return List.of();
  }

  /** The incident was kept. */
  default void filed(UnlockedMember member, OpenRegister file, IncidentRecorded incident)
      throws Refusal {}
}
