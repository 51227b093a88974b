package org.vigie.node.sequence.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vigie.matching.sequence.SequenceReading;
import org.vigie.matching.sequence.SequenceReading.Seen;
import org.vigie.matching.sequence.Step;
import org.vigie.matching.sequence.StepModel;
import org.vigie.node.incident.Demand;
import org.vigie.node.incident.Incident;

/**
 * The order of what happened in a case, as a hypothesis.
 *
 * @param caseId the case
 * @param reading what the model makes of it
 * @param rows steps in their order
 * @param unplaced steps whose place is not known
 * @param unsure incidents that could change the reading if more were written down
 * @param follows what comes next in the published pattern
 * @param reads whether the visitor reads cases and may lay this one beside another
 */
public record SequencePage(
    String caseId,
    SequenceReading reading,
    List<Row> rows,
    List<Row> unplaced,
    List<Incident> unsure,
    List<Step> follows,
    boolean reads) {

  private static final int MOST_FOLLOWING = 2;

  /** “We can find you”. */
  private static final String WITHIN_REACH = "threat-reach";

  private static final Set<Step> FAMILY =
      Set.copyOf(EnumSet.of(Step.FAMILY_APPROACHED, Step.ODD_QUESTIONS));

  /** A step with the incidents it rests on. */
  public record Row(Step step, List<Incident> incidents) {}

  static SequencePage of(
      String caseId, List<Incident> incidents, SequenceReading reading, boolean reads) {
    return new SequencePage(
        caseId,
        reading,
        rows(reading.steps(), incidents),
        rows(reading.unplaced(), incidents),
        named(reading.unsure(), incidents),
        reading
            .last()
            .map(step -> StepModel.shipped().usuallyAfter(step, MOST_FOLLOWING))
            .orElse(List.of()),
        reads);
  }

  private static List<Row> rows(List<Seen> steps, List<Incident> incidents) {
    return steps.stream()
        .map(seen -> new Row(seen.step(), named(seen.incidents(), incidents)))
        .toList();
  }

  private static List<Incident> named(List<String> ids, List<Incident> incidents) {
    return incidents.stream().filter(incident -> ids.contains(incident.id())).toList();
  }

  /** Whether nobody has reached the person yet, as far as is written down. */
  public boolean early() {
    return reading.warning().isPresent();
  }

  /** Every step that was seen, whether or not it has a place; silences left out. */
  public Set<Step> seen() {
    var seen = EnumSet.noneOf(Step.class);
    rows.forEach(row -> seen.add(row.step()));
    unplaced.forEach(row -> seen.add(row.step()));
    seen.remove(Step.SILENCE);
    return seen;
  }

  /** Message keys of what helps now: what is urgent, then the most general first. */
  public List<String> helps() {
    var helps = new ArrayList<String>();
    if (within(reach -> reach.now().act().equals(WITHIN_REACH), EnumSet.allOf(Step.class))) {
      helps.add("reach");
    }
    if (within(SequencePage::asksForData, FAMILY)) {
      helps.add("number");
    }
    if (early()) {
      helps.addAll(List.of("family", "decide", "line", "note"));
    } else {
      helps.addAll(List.of("answer", "keep", "near"));
      seen().stream()
          .filter(step -> step.stage() > Step.DIRECT_CONTACT.stage())
          .forEach(step -> helps.add(step.code()));
    }
    return helps.stream().map(name -> "sequence.help." + name).toList();
  }

  private static boolean asksForData(Incident incident) {
    return incident.now().words().demand().equals(Demand.DATA.code());
  }

  /** Whether an incident that one of {@code steps} rests on is such. */
  private boolean within(Predicate<Incident> such, Set<Step> steps) {
    return Stream.concat(rows.stream(), unplaced.stream())
        .filter(row -> steps.contains(row.step()))
        .anyMatch(row -> row.incidents().stream().anyMatch(such));
  }

  /** Version of the published model. */
  public String version() {
    return StepModel.shipped().version();
  }
}
