package org.vigie.matching.band;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.testkit.Trials;

class CandidatesPropertyTest {

  /** Documents so far apart are counted in one place. */
  private static final int APART = 1 << 17;

  @Test
  void lists_each_document_once_that_was_met_often_enough_and_few_others() {
    var candidates = new Candidates();
    Trials.forAll(
        500,
        (random, size) -> {
          var hits = random.nextInt(1, Candidates.MOST_HITS + 1);
          var met = new HashMap<Integer, Integer>();
          var places = new HashMap<Integer, Integer>();
          candidates.begin(hits);
          for (var meeting = random.nextInt(20 * size + 1); meeting > 0; meeting--) {
            var document = random.nextInt(4) * APART + random.nextInt(1 + size);
            met.merge(document, 1, Integer::sum);
            places.merge(document % APART, 1, Integer::sum);
            meet(candidates, document);
          }
          candidates.end();
          var listed =
              Arrays.stream(candidates.documents(), 0, candidates.count()).boxed().toList();
          assertThat(listed).doesNotHaveDuplicates();
          met.forEach((document, times) -> {
            if (times >= hits) {
              assertThat(listed).contains(document);
            }
          });
          assertThat(listed)
              .allSatisfy(document -> {
                assertThat(met).containsKey(document);
                assertThat(places.get(document % APART)).isGreaterThanOrEqualTo(hits);
              });
        });
  }

  @Test
  void goes_on_after_more_searches_than_it_has_marks_for() {
    var candidates = new Candidates();
    for (var search = 0; search < 30_000; search++) {
      candidates.begin(2);
      meet(candidates, 7);
      meet(candidates, search % 2 == 0 ? 7 : 8);
      candidates.end();
      assertThat(candidates.count()).isEqualTo(search % 2 == 0 ? 1 : 0);
    }
  }

  @Test
  void a_flood_takes_no_more_memory_than_its_documents() {
    var candidates = new Candidates();
    for (var search = 0; search < 2; search++) {
      candidates.begin(2);
      for (var meeting = 0; meeting < 3 << 20; meeting++) {
        meet(candidates, meeting % 1000);
      }
      meet(candidates, 5000, 6000, 6000);
      candidates.end();
      assertThat(candidates.count()).isEqualTo(1001);
      assertThat(candidates.documents().length).isLessThan(10_000);
      candidates.begin(1);
      meet(candidates, IntStream.range(0, 100_000).toArray());
      candidates.end();
      assertThat(candidates.count()).isEqualTo(100_000);
      candidates = new Candidates();
    }
  }

  private static void meet(Candidates candidates, int... documents) {
    candidates.meet(documents, documents.length);
  }
}
