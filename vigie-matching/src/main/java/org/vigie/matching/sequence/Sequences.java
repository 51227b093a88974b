package org.vigie.matching.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.matching.sequence.SequenceReading.EarlyWarning;
import org.vigie.matching.sequence.SequenceReading.Extent;
import org.vigie.matching.sequence.SequenceReading.Reason;
import org.vigie.matching.sequence.SequenceReading.Seen;

/**
 * Reads the incidents of one case as steps of an operation, or finds that nothing can be said. The
 * same incidents give the same reading, whatever order they are given in. Keeps nothing; safe for
 * use by several threads.
 */
public final class Sequences {

  /** Stages at which nobody has reached the person yet. */
  private static final int BEFORE_CONTACT = 2;

  private final StepModel model;
  private final Trellis trellis;

  /** Reads with {@code model}. */
  public Sequences(StepModel model) {
    this.model = model;
    this.trellis = new Trellis(model);
  }

  /** Reads with the model of this release. */
  public static Sequences shipped() {
    return new Sequences(StepModel.shipped());
  }

  /** The reading of a case that knows of {@code observations}, each with its own identifier. */
  public SequenceReading read(List<Observation> observations) {
    var orders = Orders.of(Nodes.of(model, observations));
    var readings = orders.orders().stream().map(trellis::read).toList();
    var first = orders.orders().getFirst();
    var agreed = agreed(orders.orders(), readings);
    var steps = seen(first, agreed);
    var alone = new LinkedHashMap<Node, Trellis.Reading>();
    orders.unplaced().forEach(node -> alone.put(node, trellis.read(List.of(node))));
    var unplaced = unplaced(alone);
    var lone = alone.values().stream().mapToInt(r -> furthest(r.steps())).max().orElse(0);
    var stages = readings.stream().mapToInt(r -> Math.max(lone, furthest(r.steps())));
    var each = stages.sorted().toArray();
    var better = mean(readings) + alone.values().stream().mapToDouble(r -> r.better()).sum();
    var unsure = unsure(orders, agreed, alone);
    return judged(
        new SequenceReading(
            steps,
            unplaced,
            unsure,
            new Extent(each[0], each[each.length - 1], each.length > 1),
            better,
            false,
            Optional.empty()));
  }

  private SequenceReading judged(SequenceReading r) {
    var early = r.reached().stage() >= 1 && r.reached().possible() <= BEFORE_CONTACT;
    var warned = early && r.better() >= model.number("warn");
    // One step that is no early one is an incident like others, and no order of anything.
    var order = r.different() >= 2 && r.better() >= model.number("say");
    return new SequenceReading(
        r.steps(),
        r.unplaced(),
        r.unsure(),
        r.reached(),
        r.better(),
        warned || (order && !early),
        warned ? Optional.of(warning(r)) : Optional.empty());
  }

  private static EarlyWarning warning(SequenceReading r) {
    var reasons = new ArrayList<Reason>();
    for (var step : List.of(Step.FAMILY_APPROACHED, Step.ODD_QUESTIONS)) {
      var rests = new ArrayList<String>();
      r.steps().stream().filter(s -> s.step() == step).forEach(s -> rests.addAll(s.incidents()));
      r.unplaced().stream().filter(s -> s.step() == step).forEach(s -> rests.addAll(s.incidents()));
      if (!rests.isEmpty()) {
        reasons.add(new Reason(step, rests));
      }
    }
    return new EarlyWarning(reasons);
  }

  /** The step of each node on which all orders agree; nodes with none are left out. */
  private static Map<Node, Step> agreed(List<List<Node>> orders, List<Trellis.Reading> readings) {
    var agreed = new LinkedHashMap<Node, Step>();
    var open = new ArrayList<Node>();
    for (var i = 0; i < orders.size(); i++) {
      for (var j = 0; j < orders.get(i).size(); j++) {
        var node = orders.get(i).get(j);
        var step = readings.get(i).steps().get(j);
        if (step == null || agreed.getOrDefault(node, step) != step) {
          open.add(node);
        } else {
          agreed.put(node, step);
        }
      }
    }
    open.forEach(agreed::remove);
    return agreed;
  }

  private static List<Seen> seen(List<Node> order, Map<Node, Step> agreed) {
    var steps = new ArrayList<Seen>();
    @Nullable Node before = null;
    for (var node : order) {
      var step = agreed.get(node);
      if (step != null) {
        var known = before != null && !before.silence() && !node.silence();
        var after =
            known && before != null ? Gap.between(before.placed(), node.placed()) : Gap.UNKNOWN;
        steps.add(new Seen(step, node.ids(), after));
        before = node;
      }
    }
    while (!steps.isEmpty() && steps.getLast().incidents().isEmpty()) {
      steps.removeLast();
    }
    return steps;
  }

  private static List<Seen> unplaced(Map<Node, Trellis.Reading> alone) {
    var unplaced = new ArrayList<Seen>();
    alone.forEach((node, reading) -> {
      var step = reading.steps().getFirst();
      if (step != null) {
        unplaced.add(new Seen(step, node.ids(), Gap.UNKNOWN));
      }
    });
    return unplaced;
  }

  /** What may be a direct contact or more without being read as a step. */
  private List<String> unsure(
      Orders orders, Map<Node, Step> agreed, Map<Node, Trellis.Reading> alone) {
    var unsure = new ArrayList<String>();
    for (var node : orders.orders().getFirst()) {
      if (!node.silence() && !agreed.containsKey(node) && mayBeContact(node)) {
        unsure.addAll(node.ids());
      }
    }
    alone.forEach((node, reading) -> {
      if (reading.steps().getFirst() == null && mayBeContact(node)) {
        unsure.addAll(node.ids());
      }
    });
    return unsure;
  }

  private boolean mayBeContact(Node node) {
    var ordinary = model.ordinary(node.seen());
    return Arrays.stream(Step.values())
        .filter(step -> step.stage() > BEFORE_CONTACT)
        .anyMatch(step -> model.shows(step, node.seen()) >= ordinary);
  }

  private static int furthest(List<@Nullable Step> steps) {
    var furthest = 0;
    for (var step : steps) {
      furthest = step == null ? furthest : Math.max(furthest, step.stage());
    }
    return furthest;
  }

  /** The mean of what the orders weigh, each as likely as the others. */
  private static double mean(List<Trellis.Reading> readings) {
    var most = readings.stream().mapToDouble(Trellis.Reading::better).max().orElse(0);
    var sum = readings.stream().mapToDouble(r -> Math.exp(r.better() - most)).sum();
    return most + Math.log(sum / readings.size());
  }
}
