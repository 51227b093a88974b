package org.vigie.node.incident.web;

import java.util.Arrays;
import java.util.Map;
import org.vigie.node.incident.Incident;
import org.vigie.node.incident.Reach;
import org.vigie.node.shell.Choices;
import org.vigie.node.shell.Frame;

/**
 * What whoever reached the person showed to know.
 *
 * @param caseId the case
 * @param incident as it stands
 */
public record KnewPage(String caseId, Incident incident) {

  /** Where the incident is. */
  public String base() {
    return "/cases/" + caseId + "/incidents/" + incident.id();
  }

  /** Codes of {@link Reach}, labelled; "I don't know" is the kit's own. */
  public static Map<String, String> reaches(Frame frame) {
    return Choices.of(
        frame,
        "incident.reach",
        Arrays.stream(Reach.values())
            .filter(reach -> reach != Reach.UNKNOWN)
            .map(Reach::code)
            .toList());
  }
}
