package org.vigie.matching.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The hidden steps behind one order of what happened: the most likely ones (Viterbi) and how much
 * better steps explain it than ordinary life does (forward). A state is the step last taken, the
 * first state being none; an incident is either the next step or no step at all.
 */
final class Trellis {

  private static final Step[] STEPS = Step.values();
  private static final int NONE = STEPS.length;
  private static final int SILENCE = Arrays.asList(STEPS).indexOf(Step.SILENCE);

  /** Shares below this are no shares; keeps logarithms finite. */
  private static final double LEAST = 1e-300;

  private final StepModel model;
  private final double before;
  private final double within;
  private final double[][] follows = new double[NONE + 1][NONE];

  /** There are only so many looks; each is weighed once. */
  private final Map<Node.Seen, double[]> looks = new ConcurrentHashMap<>();

  Trellis(StepModel model) {
    this.model = model;
    this.before = model.number("noise-before");
    this.within = model.number("noise-within");
    for (var to = 0; to < NONE; to++) {
      follows[NONE][to] = model.next(null, STEPS[to]);
      for (var from = 0; from < NONE; from++) {
        follows[from][to] = model.next(STEPS[from], STEPS[to]);
      }
    }
  }

  /**
   * One reading of one order.
   *
   * @param steps for each node; null for what is no step
   * @param better how much better than ordinary life, as a natural logarithm
   */
  record Reading(List<@Nullable Step> steps, double better) {}

  Reading read(List<Node> order) {
    var best = begin();
    var sum = begin();
    var ordinary = 0.0;
    var from = new int[order.size()][];
    for (var i = 0; i < order.size(); i++) {
      var node = order.get(i);
      from[i] = new int[NONE + 1];
      if (node.silence()) {
        best = quiet(best, from[i], true);
        sum = quiet(sum, new int[NONE + 1], false);
      } else {
        var gap = i == 0 ? Gap.UNKNOWN : gap(order.get(i - 1), node);
        var shows = shows(node.seen(), gap);
        best = move(best, shows, from[i], true);
        sum = move(sum, shows, new int[NONE + 1], false);
        ordinary += Math.log(shows[NONE]);
      }
    }
    return new Reading(back(order, best, from), Math.log(total(sum)) - ordinary);
  }

  private static double[] begin() {
    var states = new double[NONE + 1];
    states[NONE] = 1;
    return states;
  }

  private static Gap gap(Node before, Node after) {
    return before.silence() ? Gap.UNKNOWN : Gap.between(before.placed(), after.placed());
  }

  /** How likely each step, and last ordinary life, looks like this after so much time. */
  private double[] shows(Node.Seen seen, Gap gap) {
    var shows = looks.computeIfAbsent(seen, this::look).clone();
    if (gap != Gap.UNKNOWN && gap != Gap.LONG) {
      for (var step = 0; step < NONE; step++) {
        shows[step] *= model.gap(STEPS[step], gap);
      }
      shows[NONE] *= model.gap(null, gap);
    }
    return shows;
  }

  private double[] look(Node.Seen seen) {
    var look = new double[NONE + 1];
    for (var step = 0; step < NONE; step++) {
      look[step] = model.shows(STEPS[step], seen);
    }
    look[NONE] = model.ordinary(seen);
    return look;
  }

  /** A silence follows whatever came before; before the first step it is no step. */
  private static double[] quiet(double[] states, int[] from, boolean best) {
    var next = new double[NONE + 1];
    next[NONE] = states[NONE];
    from[NONE] = NONE;
    for (var step = 0; step < NONE; step++) {
      merge(next, SILENCE, states[step], from, step, best);
    }
    return next;
  }

  private double[] move(double[] states, double[] shows, int[] from, boolean best) {
    var next = new double[NONE + 1];
    for (var state = 0; state <= NONE; state++) {
      var noise = state == NONE ? before : within;
      // A stay is told from a move to the same step by its number lying beyond the states.
      merge(next, state, states[state] * noise * shows[NONE], from, state + NONE + 1, best);
      for (var to = 0; to < NONE; to++) {
        var through = states[state] * (1 - noise) * follows[state][to] * shows[to];
        merge(next, to, through, from, state, best);
      }
    }
    return next;
  }

  private static void merge(
      double[] next, int state, double share, int[] from, int origin, boolean best) {
    if (!best) {
      next[state] += share;
    } else if (share > next[state]) {
      next[state] = share;
      from[state] = origin;
    }
  }

  private static List<@Nullable Step> back(List<Node> order, double[] best, int[][] from) {
    var state = 0;
    for (var other = 1; other <= NONE; other++) {
      state = best[other] > best[state] ? other : state;
    }
    var steps = new ArrayList<@Nullable Step>();
    for (var i = order.size() - 1; i >= 0; i--) {
      var origin = from[i][state];
      var moved = order.get(i).silence() ? state != NONE : origin <= NONE;
      steps.add(moved ? STEPS[state] : null);
      state = origin % (NONE + 1);
    }
    return steps.reversed();
  }

  private static double total(double[] states) {
    return Math.max(LEAST, Arrays.stream(states).sum());
  }
}
