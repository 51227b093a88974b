package org.vigie.node.incident;

import java.util.List;
import org.vigie.kernel.Refusal;
import org.vigie.node.shell.Form;
import org.vigie.register.OpenRegister;
import org.vigie.register.UnlockedMember;

/**
 * What other capabilities do when an incident is written down, while its words are in memory. Each
 * declares a bean of this type.
 */
public interface IncidentFiled {

  /** Identifiers of numbers and names that {@code form} brought and that were kept in the case. */
  default List<String> callers(OpenRegister file, Form form) throws Refusal {
    return List.of();
  }

  /** The incident was kept. */
  default void filed(UnlockedMember member, OpenRegister file, IncidentRecorded incident)
      throws Refusal {}
}
