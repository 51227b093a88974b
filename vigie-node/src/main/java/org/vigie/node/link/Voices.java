package org.vigie.node.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.vigie.matching.text.Formula;

/**
 * Whose voice everything that takes part counts as where something is asked of many: all of one
 * case, and of one person's cases, are one voice, and an account that writes for many has few.
 * Protects true links against one account that brings what they rest on over and over until it
 * looks like a greeting, or like music that everybody hears. Does not protect against several
 * accounts that do so together.
 */
final class Voices {

  /** A third of what makes a formula of words where there are few. */
  private static final int MOST = 7;

  private static final int OF_THE_PAIR = 2;

  private final Map<String, Integer> names = new HashMap<>();
  private final List<Integer> parents = new ArrayList<>();

  private Voices() {}

  /** The voice of each of {@code all} in what they say, from 0, in their order. */
  static List<Integer> ofWords(List<Comparison.Joined> all) {
    return of(all, most(all.stream().mapToInt(joined -> joined.script().size()).sum()));
  }

  /** The same in what they recorded. */
  static List<Integer> ofRecordings(List<Comparison.Joined> all) {
    return of(all, MOST);
  }

  private static List<Integer> of(List<Comparison.Joined> all, int most) {
    var people = new Voices();
    all.forEach(people::join);
    var voices = new HashMap<Integer, Integer>();
    var accounts = new HashMap<String, List<Integer>>();
    var numbers = new ArrayList<Integer>();
    var written = new HashMap<String, Integer>();
    for (var joined : all) {
      var person = people.person(joined);
      var own = accounts.computeIfAbsent(joined.teller(), t -> new ArrayList<>());
      if (!voices.containsKey(person)) {
        var count = written.merge(joined.teller(), 1, Integer::sum);
        if (count <= most) {
          own.add(voices.size());
        }
        // Those beyond share the voices there are, so that none of them counts more than others
        voices.put(person, count <= most ? own.getLast() : own.get(count % most));
      }
      numbers.add(voices.getOrDefault(person, 0));
    }
    return List.copyOf(numbers);
  }

  /**
   * Three accounts are needed to part two people by what they share: two and those two are fewer
   * than what makes a formula, among so many texts or less.
   */
  static int most(int texts) {
    return Math.min(MOST, (Formula.fewest(texts) - OF_THE_PAIR - 1) / 2);
  }

  private void join(Comparison.Joined joined) {
    var file = name("file/" + joined.file().value());
    for (var person : new TreeSet<>(joined.persons())) {
      parents.set(root(name("person/" + person)), root(file));
    }
  }

  private int person(Comparison.Joined joined) {
    return root(name("file/" + joined.file().value()));
  }

  private int name(String name) {
    return names.computeIfAbsent(
        name,
        n -> {
          parents.add(parents.size());
          return parents.size() - 1;
        });
  }

  private int root(int member) {
    var root = member;
    while (parents.get(root) != root) {
      root = parents.get(root);
    }
    return root;
  }
}
