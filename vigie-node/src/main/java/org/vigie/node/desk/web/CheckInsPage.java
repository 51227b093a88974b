package org.vigie.node.desk.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.PartialDate;
import org.vigie.node.desk.CheckInHeld;
import org.vigie.node.desk.CheckIns;
import org.vigie.node.desk.Quiet;
import org.vigie.node.shell.Choices;
import org.vigie.node.shell.Frame;

/**
 * Whether a case fell silent, and when somebody looks again.
 *
 * @param caseId the case
 * @param today the day it is
 * @param quiet since when nothing is written down; null where no contact has a day
 * @param all check-ins, the nearest first
 */
public record CheckInsPage(
    String caseId, LocalDate today, @Nullable Quiet quiet, List<CheckIns.CheckIn> all) {

  /** Where it is. */
  public String base() {
    return "/cases/" + caseId + "/check-ins";
  }

  /** A day in the words of the page. */
  public static String day(Frame frame, LocalDate day) {
    return PartialDate.parse(day.toString()).map(frame::date).orElse(day.toString());
  }

  /** When to look again, labelled. */
  public static Map<String, String> soon(Frame frame) {
    return Choices.of(frame, "desk.checkin.in", "14", "30", "90");
  }

  /** What can be found, labelled. */
  public static Map<String, String> outcomes(Frame frame) {
    return Choices.of(frame, "desk.checkin.outcome", CheckInHeld.OUTCOMES);
  }
}
