package org.vigie.node.report.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.kernel.PartialDate;
import org.vigie.node.capture.AddressSeen;
import org.vigie.node.incident.Incident;
import org.vigie.node.report.Door;
import org.vigie.node.report.Openness;
import org.vigie.node.report.ReportMade;
import org.vigie.node.shell.Choices;
import org.vigie.node.shell.Frame;

/**
 * Where an incident can be reported.
 *
 * @param caseId the case
 * @param incident as it stands
 * @param openness whether everybody could see it
 * @param seen addresses that it cites
 * @param made what was reported already
 */
public record ReportPage(
    String caseId,
    Incident incident,
    Openness openness,
    List<AddressSeen> seen,
    List<ReportMade> made) {

  /** Where the incident is. */
  public String base() {
    return "/cases/" + caseId + "/incidents/" + incident.id();
  }

  /** Whether what only takes public pages is offered. */
  public boolean forPublic() {
    return openness != Openness.PRIVATE;
  }

  /** When an address was seen, if known. */
  public Optional<PartialDate> when(AddressSeen address) {
    return PartialDate.parse(address.seen());
  }

  /** When it was reported, if known. */
  public Optional<PartialDate> when(ReportMade report) {
    return PartialDate.parse(report.when());
  }

  /** The doors that fit, labelled. */
  public Map<String, String> doors(Frame frame) {
    return Choices.of(
        frame,
        "report.door",
        Arrays.stream(Door.values())
            .filter(door -> forPublic() || (door != Door.PHAROS && door != Door.PLATFORM))
            .map(Door::code)
            .toList());
  }

  /** What can become of a report, labelled. */
  public static Map<String, String> answers(Frame frame) {
    return Choices.of(
        frame, "report.answer", "none", "removed", "kept", "taken", "refused", "passed");
  }
}
