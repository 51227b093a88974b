package org.vigie.matching.sequence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns observations into what the model reads: like ones as one, and the silences between. */
final class Nodes {

  private Nodes() {}

  /** What is alike: the same look in the same days. */
  private record Alike(Node.Seen seen, LocalDate earliest, LocalDate latest) {}

  static List<Node> of(StepModel model, List<Observation> observations) {
    var nodes = new ArrayList<Node>();
    var alike = new LinkedHashMap<Alike, List<Observation>>();
    var steady = observations.stream().sorted(Comparator.comparing(Observation::id)).toList();
    for (var seen : steady) {
      var when = seen.when();
      if (when == null) {
        nodes.add(new Node(List.of(seen.id()), model.seen(seen), null));
      } else {
        var span = Span.of(when);
        alike
            .computeIfAbsent(
                new Alike(model.seen(seen), span.earliest(), span.latest()),
                any -> new ArrayList<>())
            .add(seen);
      }
    }
    alike.forEach((look, group) -> nodes.add(together(look, group)));
    nodes.addAll(silences(nodes));
    return nodes;
  }

  private static Node together(Alike look, List<Observation> group) {
    var ids = group.stream().map(Observation::id).toList();
    var when = group.getFirst().when();
    var span =
        group.size() == 1 && when != null
            ? Span.of(when)
            : Span.days(look.earliest(), look.latest());
    return new Node(ids, look.seen(), span);
  }

  /** Half a year and more on which nothing can have happened that the case knows of. */
  private static List<Node> silences(List<Node> nodes) {
    if (nodes.stream().anyMatch(node -> node.span() == null)) {
      return List.of(); // what has no date may lie in any silence
    }
    var silences = new ArrayList<Node>();
    @Nullable LocalDate last = null;
    for (var span :
        nodes.stream().map(Node::placed).sorted(Comparator.comparing(Span::earliest)).toList()) {
      if (last != null && last.until(span.earliest(), ChronoUnit.DAYS) >= Gap.HALF_A_YEAR) {
        var quiet = Span.days(last.plusDays(1), span.earliest().minusDays(1));
        var seen = new Node.Seen(null, Reached.UNKNOWN, Asked.UNKNOWN);
        silences.add(new Node(List.of(), seen, quiet));
      }
      last = last == null || span.latest().isAfter(last) ? span.latest() : last;
    }
    return silences;
  }
}
