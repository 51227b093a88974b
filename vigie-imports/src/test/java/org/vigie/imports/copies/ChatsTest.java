package org.vigie.imports.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vigie.testkit.Trials;

class ChatsTest {

  private static final LocalDateTime DAY = LocalDateTime.of(2026, 1, 15, 18, 0);
  private static final String OMITTED = "omitted";

  /**
   * A line of an invented export.
   *
   * @param minute when
   * @param file its file, {@link #OMITTED}, or empty where it is words
   */
  private record Line(int minute, String file) {}

  private static Prints prints(List<Line> export) {
    var print = new Print("whatsapp-android");
    var prints = new Prints();
    for (var line : export) {
      var at = DAY.plusMinutes(line.minute());
      var unnamed = line.file().equals(OMITTED);
      if (line.file().isEmpty()) {
        print.of(at, "A", "text", "x", null, List.of());
      } else if (unnamed) {
        print.of(at, "A", "media", "<Media omitted>", null, List.of(OMITTED));
      } else {
        print.of(at, "A", "media", line.file() + " (file attached)", line.file(), List.of());
      }
      prints.add(prints.size() + 1, print);
    }
    return prints;
  }

  private static List<Line> export(RandomGenerator random, int size) {
    var files = List.of("", OMITTED, OMITTED, "1.jpg", "2.jpg");
    var lines = new ArrayList<Line>();
    for (var i = random.nextInt(size + 1); i > 0; i--) {
      lines.add(new Line(random.nextInt(3), files.get(random.nextInt(files.size()))));
    }
    return lines;
  }

  private static Map<Line, Integer> count(List<Line> export, boolean byMinute) {
    var counts = new HashMap<Line, Integer>();
    for (var line : export) {
      if (!byMinute) {
        counts.merge(line, 1, Integer::sum);
      } else if (!line.file().isEmpty()) {
        counts.merge(new Line(line.minute(), OMITTED), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static Map<Line, Integer> most(List<List<Line>> exports, boolean byMinute) {
    var most = new HashMap<Line, Integer>();
    exports.forEach(one -> count(one, byMinute).forEach((k, n) -> most.merge(k, n, Math::max)));
    return most;
  }

  /** Of each file and of each text the most that one export has; of files in a minute as well. */
  private static int expected(List<List<Line>> exports) {
    var all = most(exports, false);
    all.keySet().removeIf(line -> line.file().equals(OMITTED));
    var sum = all.values().stream().mapToInt(Integer::intValue).sum();
    for (var files : most(exports, true).entrySet()) {
      var named =
          all.entrySet().stream()
              .filter(e -> e.getKey().minute() == files.getKey().minute())
              .filter(e -> !e.getKey().file().isEmpty())
              .mapToInt(Map.Entry::getValue)
              .sum();
      sum += Math.max(0, files.getValue() - named);
    }
    return sum;
  }

  @Test
  void gives_each_message_once_in_whatever_order_its_exports_come() {
    Trials.forAll(
        20,
        (random, size) -> {
          var exports = new ArrayList<List<Line>>();
          for (var i = 0; i < 3; i++) {
            exports.add(export(random, size));
          }
          var expected = expected(exports);
          for (var turn = 0; turn < 3; turn++) {
            Collections.shuffle(exports, new Random(turn));
            var all = exports.stream().map(ChatsTest::prints).toList();
            var given = new Given(all);
            var sum = 0;
            for (var one : all) {
              sum += one.size() - given.heldOf(one).cardinality();
            }
            assertThat(sum).as(exports.toString()).isEqualTo(expected);
          }
        });
  }

  @Test
  void two_exports_have_as_much_in_common_either_way() {
    Trials.forAll(
        20,
        (random, size) -> {
          var one = export(random, size);
          var other = export(random, size);
          var common = prints(one).common(prints(other), true).cardinality();
          assertThat(prints(other).common(prints(one), true).cardinality()).isEqualTo(common);
          assertThat(prints(one).common(prints(one), true).cardinality()).isEqualTo(one.size());
          assertThat(prints(one).alsoIn(prints(other)).cardinality()).isLessThanOrEqualTo(common);
          assertThat(one.size() + other.size() - common).isEqualTo(expected(List.of(one, other)));
        });
  }

  @Test
  void reads_back_what_was_kept_and_nothing_cut_off() throws Exception {
    var prints = prints(List.of(new Line(0, ""), new Line(1, OMITTED), new Line(2, "1.jpg")));
    var encoded = prints.encoded();
    var read = Prints.parse(encoded, 3);
    assertThat(read.alsoIn(prints)).isEqualTo(prints.alsoIn(read));
    assertThat(read.encoded()).isEqualTo(encoded);
    assertThatThrownBy(() -> Prints.parse(Arrays.copyOf(encoded, encoded.length - 1), 3))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Prints.parse(encoded, 2)).isInstanceOf(IOException.class);
    for (var number : new int[] {0, -1, Prints.HIGHEST + 1, Integer.MAX_VALUE}) {
      var forged = ByteBuffer.wrap(encoded.clone()).putInt(1, number).array();
      assertThatThrownBy(() -> Prints.parse(forged, 3)).isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> Prints.parse(new byte[33], 3)).isInstanceOf(IOException.class);
  }

  @Test
  void a_file_that_is_named_here_is_not_where_it_was_left_out() {
    var named = prints(List.of(new Line(0, ""), new Line(1, "1.jpg")));
    var without = prints(List.of(new Line(0, ""), new Line(1, OMITTED)));
    assertThat(named.alsoIn(without).cardinality()).isEqualTo(1);
    assertThat(without.alsoIn(named).cardinality()).isEqualTo(2);
  }

  @Test
  void compares_nothing_where_it_would_take_too_long() {
    var one = new ArrayList<Line>();
    for (var i = 0; i < 250; i++) {
      one.add(new Line(i, ""));
    }
    var prints = prints(one);
    assertThat(Chats.areTooMany(Collections.nCopies(2, prints))).isFalse();
    assertThat(Chats.areTooMany(Collections.nCopies(2_000, prints))).isTrue();
  }

  @Test
  void never_takes_words_of_a_person_for_those_of_the_application() {
    var print = new Print("telegram");
    var without = new Prints();
    var with = new Prints();
    without.add(1, print.of(DAY, "A", "media", "your mother", null, List.of(OMITTED)));
    with.add(1, print.of(DAY, "A", "media", "look", "1.jpg", List.of()));
    assertThat(without.alsoIn(with).isEmpty()).isTrue();
    with.add(2, print.of(DAY, "A", "media", "your mother", "2.jpg", List.of()));
    assertThat(without.alsoIn(with).cardinality()).isEqualTo(1);
  }
}
