package org.vigie.node.desk.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vigie.node.casefile.Cases;
import org.vigie.node.consent.Consents;
import org.vigie.node.consent.Purpose;
import org.vigie.node.desk.CheckIns;
import org.vigie.node.incident.Incident;
import org.vigie.register.RegisterRefused;

/**
 * The one thing that could come next in a case; nothing of it is ever required.
 *
 * @param key message key of the sentence; {@code key.do} is what the way there is called
 * @param path where it leads, below the address of the case
 */
public record NextStep(String key, String path) {

  static Optional<NextStep> of(Cases.Open open, List<Incident> incidents, LocalDate today)
      throws RegisterRefused {
    if (CheckIns.of(open.register()).open().stream().anyMatch(one -> one.due(today))) {
      return Optional.of(new NextStep("desk.next.check-in", "/check-ins"));
    }
    if (open.file().accounts().isEmpty() && incidents.isEmpty()) {
      return Optional.of(new NextStep("desk.next.tell", "/tell"));
    }
    var answered =
        Consents.of(open.register()).current().stream()
            .anyMatch(answer -> answer.answered().purpose().equals(Purpose.KEEP.code()));
    if (!answered) {
      return Optional.of(new NextStep("desk.next.consent", "/consent"));
    }
    if (incidents.isEmpty()) {
      return Optional.of(new NextStep("desk.next.incident", "/incidents/new"));
    }
    var alone =
        open.register().members().size() == 1 && open.file().opened().openedBy().equals("person");
    return alone ? Optional.of(new NextStep("desk.next.people", "/people")) : Optional.empty();
  }
}
