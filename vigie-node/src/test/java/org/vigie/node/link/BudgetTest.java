package org.vigie.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.RegisterId;
import org.vigie.matching.identifier.Identifier;
import org.vigie.matching.recording.RecordingSketch;
import org.vigie.matching.text.Fragments;
import org.vigie.node.store.Database;
import org.vigie.node.store.NodeKeys;
import org.vigie.node.store.TokenStore;

class BudgetTest {

  private static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");

  /** What was filed then may join on that Monday and not before. */
  private static final Instant FILED = Instant.parse("2026-11-15T12:00:00Z");

  private static final String MOMENT = recording(300);
  private static final String LONG_CALL = recording(10_800);

  private final Budget budget = new Budget(LinkPolicy.STANDARD);
  private final SecureRandom random = new SecureRandom();

  @TempDir private Path folder = Path.of("");

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

  @Test
  void S_53_long_calls_delay_no_number_and_only_recordings_of_whoever_brought_them()
      throws Exception {
    try (var database = Database.embedded(folder.resolve("vigie.db"));
        var keys = new LinkKeys(NodeKeys.in(folder, random))) {
      var calls = Collections.nCopies(4, LONG_CALL);
      var joined =
          joined(
              keys,
              database,
              List.of(
                  offer(keys, 1, 0, calls, "swallow"),
                  offer(keys, 2, 0, calls, "swallow"),
                  offer(keys, 3, 5, List.of(MOMENT), "heron"),
                  offer(keys, 4, 0, List.of(MOMENT), "swallow")),
              List.of());
      assertThat(joined.get(2).tokens()).as("written by who wrote of the calls").hasSize(5);
      assertThat(joined.get(2).recordings()).as("brought by somebody else").hasSize(1);
      assertThat(joined.get(0).recordings()).as("more than a day has room for").isEmpty();
      assertThat(joined.get(3).recordings()).as("what comes after them waits").isEmpty();
    }
  }

  @Test
  void S_53_what_was_taken_back_stays_used_in_its_place_and_pushes_nothing_out() throws Exception {
    try (var database = Database.embedded(folder.resolve("vigie.db"));
        var keys = new LinkKeys(NodeKeys.in(folder, random))) {
      var first = offer(keys, 1, 5, List.of(MOMENT), "heron");
      var after = offer(keys, 3, 5, List.of(MOMENT), "heron");
      var back = offer(keys, 2, 5, List.of(LONG_CALL), "heron");
      var spent = List.of(joining(keys, database).spent(back));
      var joined = joined(keys, database, List.of(first, after), spent);
      assertThat(joined.getFirst().tokens()).hasSize(5);
      assertThat(joined.getFirst().recordings()).hasSize(1);
      var alone = joined(keys, database, List.of(after), spent);
      assertThat(alone.getFirst().tokens()).as("no room was made").isEmpty();
      assertThat(alone.getFirst().recordings()).isEmpty();
      assertThat(joined(keys, database, List.of(after), List.of()).getFirst().tokens()).hasSize(5);
    }
  }

  private static Joining joining(LinkKeys keys, Database database) {
    var ended = new Ended(new TokenStore(database), keys, new SecureRandom());
    return new Joining(keys, ended, LinkPolicy.STANDARD);
  }

  private static List<Comparison.Joined> joined(
      LinkKeys keys, Database database, List<OfficeBook.Offer> offers, List<LinkSpent> spent) {
    var key = new OfficeBook.Key(1, List.of(), List.of(), Map.of(), Map.of(), Map.of());
    var book = new OfficeBook(offers, Map.of(), Map.of(), spent, List.of(), key);
    return joining(keys, database).of(book, MONDAY, 7);
  }

  /** Written by one account, with recordings that another one brought. */
  private static OfficeBook.Offer offer(
      LinkKeys keys, int place, int numbers, List<String> recordings, String bringer) {
    var made =
        new OfferMade(
            "offer " + place,
            keys.mailbox(new RegisterId("0".repeat(31) + place)),
            List.of(),
            "",
            Identifier.NORM,
            1,
            IntStream.range(0, numbers)
                .mapToObj(n -> new OfferMade.Token("heron", "phone", place + " " + n, ""))
                .toList(),
            "",
            "heron",
            List.of(),
            "",
            recordings,
            "",
            "",
            Collections.nCopies(recordings.size(), bringer),
            List.of());
    return new OfficeBook.Offer(place, place, FILED, made);
  }

  private static String recording(int marks) {
    var sketch = new RecordingSketch(Fragments.of(IntStream.range(0, marks).toArray()));
    return Base64.getEncoder().encodeToString(sketch.encoded());
  }
}
