package org.vigie.matching.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vigie.testkit.Trials;

class CaseJoinGroupsPropertyTest {

  private static final double THRESHOLD = 0.2;

  private static final List<String> SCRIPTS =
      List.of(
          "We know where your parents live and what they eat, stop speaking at the institute",
          "Come back before the festival and nobody will ask you anything, we can arrange papers",
          "你在名单的最下面，回来吧，我们可以解除压力，你可以见到你的父母和朋友",
          "Мы знаем где живут ваши родители и что они едят, перестаньте говорить в институте");

  private static final List<String> IDENTIFIERS =
      List.of(
          "+33 6 39 98 12 34",
          "@kaysar_x",
          "telegram:kaysar_x",
          "instagram:kaysar_x",
          "Colonel Baratov",
          "somebody@example.org");

  @Test
  void groups_are_what_hangs_together_by_pairs_with_the_reasons_of_the_pairs() {
    Trials.forAll(
        120,
        24,
        (random, size) -> {
          var messages = messages(random, size);
          assertThat(groups(join(messages))).isEqualTo(byPairs(messages, join(messages)));
          var asOfMany = new CaseJoin(THRESHOLD, "FR", JoinSizes.MANY);
          messages.forEach(asOfMany::add);
          assertThat(groups(asOfMany)).isEqualTo(byPairs(messages, asOfMany));
        });
  }

  private static List<Message> messages(RandomGenerator random, int size) {
    var messages = new ArrayList<Message>();
    for (var i = 0; i < size; i++) {
      var of = random.nextInt(5);
      var text = random.nextInt(3) == 0 ? null : script(random);
      var identifiers = new TreeSet<String>();
      for (var left = random.nextInt(3); left > 0; left--) {
        identifiers.add(IDENTIFIERS.get(random.nextInt(IDENTIFIERS.size())));
      }
      messages.add(
          new Message("m" + i, of == 0 ? null : "case" + of, text, List.copyOf(identifiers)));
    }
    return messages;
  }

  private static String script(RandomGenerator random) {
    var script = SCRIPTS.get(random.nextInt(SCRIPTS.size()));
    return switch (random.nextInt(3)) {
      case 0 -> script;
      case 1 -> script.substring(0, script.length() * 2 / 3);
      default -> script + " " + random.nextInt(3) + " times and more than that";
    };
  }

  private static CaseJoin join(List<Message> messages) {
    var join = new CaseJoin(THRESHOLD, "FR");
    messages.forEach(join::add);
    return join;
  }

  private static List<Group> groups(CaseJoin join) {
    var groups = new ArrayList<Group>();
    join.groups(groups::add);
    return groups;
  }

  private static List<Group> byPairs(List<Message> messages, CaseJoin join) {
    var numbers = new HashMap<String, Integer>();
    messages.forEach(message -> numbers.put(message.id(), numbers.size()));
    var sets = new DisjointSets(messages.size());
    var because = new HashMap<String, TreeSet<Reason>>();
    join.pairs(pair -> {
      sets.join(numbers.getOrDefault(pair.a(), 0), numbers.getOrDefault(pair.b(), 0));
      because.computeIfAbsent(pair.a(), a -> new TreeSet<>()).addAll(pair.because());
    });
    Map<Integer, List<String>> members = new TreeMap<>();
    for (var i = 0; i < messages.size(); i++) {
      members.computeIfAbsent(sets.first(i), f -> new ArrayList<>()).add("m" + i);
    }
    var groups = new ArrayList<Group>();
    for (var ids : members.values()) {
      if (ids.size() > 1) {
        var reasons = new TreeSet<Reason>();
        ids.forEach(id -> reasons.addAll(because.getOrDefault(id, new TreeSet<>())));
        groups.add(new Group(groups.size() + 1, ids, List.copyOf(reasons)));
      }
    }
    return groups;
  }

  @Test
  void a_flood_of_one_script_from_one_number_takes_time_in_proportion() {
    var messages = new ArrayList<Message>();
    for (var i = 0; i < 40_000; i++) {
      var text = SCRIPTS.getFirst() + (i % 5 == 0 ? " and more of that tomorrow" : "");
      messages.add(new Message("m" + i, "case" + i, text, List.of("+33 6 39 98 12 34")));
    }
    var join = join(messages);
    var start = System.nanoTime();
    assertThat(groups(join)).hasSize(1);
    assertThat(System.nanoTime() - start).isLessThan(30_000_000_000L);
  }
}
