package org.vigie.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private final Budget budget = new Budget(LinkPolicy.STANDARD);

  @Test
  void S_53_lets_an_account_bring_five_a_day_and_forty_in_any_thirty_days() {
    Map<Long, Integer> days = new HashMap<>();
    for (var token = 0; token < 200; token++) {
      days.merge(budget.admit("heron", 100), 1, Integer::sum);
    }
    assertThat(days.values()).allMatch(count -> count <= 5);
    for (var from = 100L; from < 300; from++) {
      var sum = 0;
      for (var day = from; day < from + 30; day++) {
        sum += days.getOrDefault(day, 0);
      }
      assertThat(sum).isLessThanOrEqualTo(40);
    }
  }

  @Test
  void S_53_lets_the_house_bring_five_hundred_a_day() {
    Map<Long, Integer> days = new HashMap<>();
    for (var account = 0; account < 150; account++) {
      for (var token = 0; token < 5; token++) {
        days.merge(budget.admit("account " + account, 100), 1, Integer::sum);
      }
    }
    assertThat(days).containsEntry(100L, 500).containsEntry(101L, 250);
  }

  @Test
  void what_is_first_is_not_put_off_by_what_comes_after() {
    assertThat(budget.admit("swallow", 100)).isEqualTo(100);
    for (var token = 0; token < 1000; token++) {
      budget.admit("heron", 100);
    }
    assertThat(budget.admit("swallow", 100)).isEqualTo(100);
  }
}
