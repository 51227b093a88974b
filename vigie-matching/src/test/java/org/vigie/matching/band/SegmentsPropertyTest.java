package org.vigie.matching.band;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vigie.testkit.Trials;

/** Whoever has a key is met, before and after freezing and joining, and of the others very few. */
class SegmentsPropertyTest {

  private static final int BANDS = 3;

  @Test
  void an_open_segment_meets_whoever_has_the_key_and_nobody_whose_first_bits_differ() {
    Trials.forAll(
        200,
        (random, size) -> {
          var keys = Keys.some(random, random.nextInt(1 << random.nextInt(13)));
          var open = keys.open(keys.size(), 0);
          var known = open.bits() + 16;
          keys.check(open::collect, key -> key >>> (Integer.SIZE - known), keys.size());
        });
  }

  @Test
  void an_emptied_segment_knows_nothing_of_what_it_held() {
    Trials.forAll(
        50,
        (random, size) -> {
          var before = Keys.some(random, 1 + random.nextInt(1 << random.nextInt(12)));
          var room = before.open(before.size(), 0);
          var after = Keys.some(random, random.nextInt(room.capacity() + 1));
          room.emptied(after.from);
          after.all.forEach(room::add);
          assertThat(room.size()).isEqualTo(after.size());
          var known = room.bits() + 16;
          after.check(room::collect, key -> key >>> (Integer.SIZE - known), after.size());
        });
  }

  @Test
  void freezing_and_joining_lose_nobody() {
    Trials.forAll(
        100,
        (random, size) -> {
          var each = 1 << (1 + random.nextInt(10));
          var keys = Keys.some(random, 4 * each);
          var one = FrozenBands.of(keys.open(each, 0));
          keys.check(one, each);
          var two = FrozenBands.joined(one, FrozenBands.of(keys.open(each, each)));
          keys.check(two, 2 * each);
          var others =
              FrozenBands.joined(
                  FrozenBands.of(keys.open(each, 2 * each)),
                  FrozenBands.of(keys.open(each, 3 * each)));
          var four = FrozenBands.joined(two, others);
          assertThat(four.from()).isEqualTo(keys.from);
          keys.check(four, 4 * each);
        });
  }

  @Test
  void large_segments_have_larger_buckets_and_lose_nobody_either() {
    var each = OpenBands.MOST;
    var keys = Keys.some(RandomGenerator.of("L64X128MixRandom"), 8 * each);
    var segments = new ArrayList<FrozenBands>();
    for (var start = 0; start < keys.size(); start += each) {
      segments.add(FrozenBands.of(keys.open(each, start)));
    }
    var buckets = segments.getFirst().buckets();
    while (segments.size() > 1) {
      for (var i = 0; i < segments.size(); i++) {
        segments.set(i, FrozenBands.joined(segments.get(i), segments.remove(i + 1)));
      }
    }
    assertThat(segments.getFirst().buckets()).isLessThan(4 * buckets);
    keys.check(segments.getFirst(), keys.size());
  }

  /** Documents with a key in each band; many keys are had by several, some by very many. */
  private record Keys(int from, List<int[]> all, RandomGenerator random) {

    static Keys some(RandomGenerator random, int size) {
      var flooded = new int[] {random.nextInt(), random.nextInt()};
      var all = new ArrayList<int[]>();
      for (var i = 0; i < size; i++) {
        var keys = new int[BANDS];
        for (var band = 0; band < BANDS; band++) {
          keys[band] =
              switch (random.nextInt(4)) {
                case 0 -> flooded[random.nextInt(flooded.length)];
                case 1 -> all.isEmpty() ? 0 : all.get(random.nextInt(all.size()))[band];
                case 2 -> flooded[0] ^ 1 << random.nextInt(Integer.SIZE);
                default -> random.nextInt();
              };
        }
        all.add(keys);
      }
      return new Keys(random.nextInt(1 << 20), all, random);
    }

    int size() {
      return all.size();
    }

    /** Those from the place {@code start}, in room for a power of two. */
    OpenBands open(int count, int start) {
      var capacity = Math.max(1, Integer.highestOneBit(Math.max(1, 2 * count - 1)));
      var open = new OpenBands(from + start, capacity, BANDS);
      all.subList(start, start + count).forEach(open::add);
      return open;
    }

    void check(FrozenBands frozen, int size) {
      assertThat(frozen.size()).isEqualTo(size);
      check(frozen::collect, key -> frozen.bucket(key) * (1 << 11) + frozen.keyCheck(key), size);
      var band = random.nextInt(BANDS);
      var total = 0;
      for (var bucket = 0; bucket < frozen.buckets(); bucket++) {
        total += frozen.count(band, bucket);
      }
      assertThat(total).isEqualTo(size);
    }

    /** Asks for some keys; {@code known} is what a segment keeps of one. */
    void check(Search search, IntUnaryOperator known, int size) {
      for (var question = 0; question < 8; question++) {
        var asked = size == 0 ? new int[BANDS] : all.get(random.nextInt(size)).clone();
        asked[random.nextInt(BANDS)] = random.nextInt();
        var firstBands = 1 + random.nextInt(BANDS);
        var candidates = new Candidates();
        candidates.begin(1);
        search.collect(asked, firstBands, candidates);
        candidates.end();
        var listed = Arrays.copyOf(candidates.documents(), candidates.count());
        Arrays.sort(listed);
        var met = new ArrayList<Integer>();
        for (var i = 0; i < size; i++) {
          var keys = all.get(i);
          var meets = false;
          for (var band = 0; band < firstBands; band++) {
            meets |= known.applyAsInt(keys[band]) == known.applyAsInt(asked[band]);
          }
          if (meets) {
            met.add(from + i);
          }
        }
        assertThat(listed).containsExactly(met.stream().mapToInt(i -> i).toArray());
      }
    }
  }

  /** Whatever answers who has one of the first keys. */
  @FunctionalInterface
  private interface Search {
    void collect(int[] keys, int firstBands, Candidates into);
  }
}
