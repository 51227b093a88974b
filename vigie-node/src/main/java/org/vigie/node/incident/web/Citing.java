package org.vigie.node.incident.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.kernel.Refusal;
import org.vigie.node.incident.CitedSource;
import org.vigie.node.incident.IncidentRecorded;
import org.vigie.register.OpenRegister;

/** Places in exhibits that an incident cites. */
final class Citing {

  private static final int MOST = 20;

  private final List<CitedSource> sources;

  Citing(List<CitedSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /** What the first of {@code places} says, with the citations of all of them. */
  Optional<IncidentRecorded> draft(OpenRegister file, List<String> places)
      throws Refusal, IOException {
    Optional<IncidentRecorded> first = Optional.empty();
    var all = new ArrayList<IncidentRecorded.Citation>();
    for (var place : places.subList(0, Math.min(MOST, places.size()))) {
      for (var source : sources) {
        var draft = source.draft(file, place);
        draft.ifPresent(found -> all.addAll(found.citations()));
        first = first.isEmpty() ? draft : first;
      }
    }
    return first.map(draft -> IncidentForm.withCitations(draft, all));
  }

  /** The citations of {@code places}. */
  List<IncidentRecorded.Citation> citations(OpenRegister file, List<String> places)
      throws Refusal, IOException {
    return draft(file, places).map(IncidentRecorded::citations).orElse(List.of());
  }

  /** How citations are shown. */
  List<Cited> shown(OpenRegister file, String caseId, List<IncidentRecorded.Citation> citations)
      throws Refusal {
    var shown = new ArrayList<Cited>();
    for (var citation : citations) {
      for (var source : sources) {
        source
            .number(file, citation.exhibit())
            .ifPresent(number -> shown.add(Cited.of(caseId, number, citation)));
      }
    }
    return List.copyOf(shown);
  }
}
