package org.vigie.node.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.vigie.evidence.CustodyEvent;
import org.vigie.kernel.Language;
import org.vigie.node.exhibit.CustodyStory;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.shell.Messages;

/**
 * What happened to an exhibit since it was received, by roles, never by names, and without
 * anybody's own words.
 */
final class Story {

  private static final Set<String> EVENTS =
      Set.of(
          "opened",
          "reason",
          "downloaded",
          "reverified",
          "exported",
          "prepared",
          "corrected",
          "enclosed");
  private static final String COVERED = "covered";
  private static final Set<String> ROLES = Set.of("person", "caseworker", "former", "machine");

  private Story() {}

  /** Tells sentences about {@code copy}, in as far as its reader may know them. */
  static CustodyStory teller(Messages messages, Language language, Material material, Copy copy) {
    var scope =
        new CustodyStory.Scope(
            material.coverage().relatives(),
            copy.original(),
            sha256 -> !copy.original() && sha256.equals(copy.bytes().sha256()),
            material::whole);
    return new CustodyStory(messages, language, material::role, scope);
  }

  /** The steps of {@code copy}, oldest first. */
  static List<CustodyEvent> of(Material material, Copy copy) {
    var exhibit = copy.exhibit();
    var steps = new ArrayList<CustodyEvent>();
    for (var step : exhibit.custody()) {
      var action = step.noted().action();
      var ofThisCopy = action.equals(COVERED) && isOf(step, copy);
      if (EVENTS.contains(action) || ofThisCopy) {
        steps.add(new CustodyEvent(step.at(), action, role(material, step)));
      }
    }
    steps.sort(Comparator.comparing(CustodyEvent::at));
    steps.addFirst(new CustodyEvent(exhibit.at(), "received", known(material.role(exhibit.by()))));
    return steps;
  }

  private static boolean isOf(Exhibit.Step step, Copy copy) {
    return !copy.original() && step.noted().sha256().equals(copy.bytes().sha256());
  }

  private static String role(Material material, Exhibit.Step step) {
    return known(material.role(step.by()));
  }

  private static String known(String role) {
    return ROLES.contains(role) ? role : "caseworker";
  }
}
