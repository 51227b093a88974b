package org.vigie.matching.band;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.testkit.Trials;

class CandidatesPropertyTest {

  /** Documents so far apart are counted in one place. */
  private static final int APART = 1 << 16;

  @Test
  void lists_each_document_once_that_was_met_often_enough() {
    var candidates = new Candidates();
    Trials.forAll(
        500,
        (random, size) -> {
          var hits = random.nextInt(1, Candidates.MOST_HITS + 1);
          var met = new int[4][1 + size];
          candidates.begin(4 * APART, hits);
          for (var meeting = random.nextInt(20 * size + 1); meeting > 0; meeting--) {
            var document = random.nextInt(1 + size);
            var page = random.nextInt(4);
            met[page][document]++;
            candidates.meet(page * APART + document);
          }
          candidates.end();
          var expected =
              IntStream.range(0, 4)
                  .flatMap(page ->
                      IntStream.rangeClosed(0, size)
                          .filter(document -> met[page][document] >= hits)
                          .map(document -> page * APART + document))
                  .toArray();
          var listed = Arrays.copyOf(candidates.documents(), candidates.count());
          Arrays.sort(listed);
          assertThat(listed).containsExactly(expected);
        });
  }

  @Test
  void goes_on_after_more_searches_than_it_has_marks_for() {
    var candidates = new Candidates();
    for (var search = 0; search < 30_000; search++) {
      candidates.begin(2 * APART, 2);
      candidates.meet(7);
      candidates.meet(search % 2 == 0 ? 7 : 7 + APART);
      candidates.end();
      assertThat(candidates.count()).isEqualTo(search % 2 == 0 ? 1 : 0);
    }
  }

  @Test
  void counts_each_document_by_itself_in_a_flood() {
    var candidates = new Candidates();
    for (var search = 0; search < 2; search++) {
      candidates.begin(APART, 2);
      for (var meeting = 0; meeting < 3 << 20; meeting++) {
        candidates.meet(meeting % 1000);
      }
      candidates.meet(5000);
      candidates.meet(6000);
      candidates.meet(6000);
      candidates.end();
      assertThat(candidates.count()).isEqualTo(1001);
      candidates.begin(APART, 1);
      candidates.meet(5000);
      candidates.end();
      assertThat(candidates.count()).isEqualTo(1);
    }
  }
}
