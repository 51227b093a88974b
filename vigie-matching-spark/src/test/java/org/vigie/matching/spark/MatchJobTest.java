package org.vigie.matching.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Secret;
import org.vigie.matching.join.CaseJoin;
import org.vigie.matching.join.JoinSizes;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.Sample;
import org.vigie.matching.text.TextSketcher;
import org.vigie.testkit.Trials;

class MatchJobTest {

  private static final String SCRIPT =
      "We know where your parents live and what they eat, stop speaking at the institute";

  private static final SparkSession SPARK = MatchJob.session(Beside.local());

  @TempDir private Path folder = Path.of("");

  @AfterAll
  static void stop() {
    SPARK.stop();
  }

  @Test
  void gives_the_lines_of_one_machine() {
    Trials.forAll(
        3,
        300,
        (random, size) -> {
          var threshold = List.of(0.2, 0.1, 0.5).get(random.nextInt(3));
          var sizes = new JoinSizes(0, List.of(16, 64, Sample.MOST).get(random.nextInt(3)));
          var file = Beside.write(folder, new Correspondence(random, 1).lines(size));
          var out = file.resolveSibling(file.getFileName() + ".out");
          var code = MatchJob.run(SPARK, Beside.words(file, out, threshold, "FR"), sizes);
          assertThat(code).isZero();
          assertThat(Beside.written(out))
              .isEqualTo(Beside.oneMachine(file, new CaseJoin(threshold, "FR", sizes)));
        });
  }

  @Test
  void gives_the_groups_of_one_machine() {
    Trials.forAll(
        2,
        200,
        (random, size) -> {
          var threshold = List.of(0.2, 0.1, 0.5).get(random.nextInt(3));
          var sizes = new JoinSizes(0, List.of(16, 64, Sample.MOST).get(random.nextInt(3)));
          var lines = new Correspondence(random, 4).lines(size);
          var file = Beside.write(folder, lines);
          var out = file.resolveSibling(file.getFileName() + ".out");
          var code = MatchJob.run(SPARK, Beside.groups(file, out, threshold, "FR"), sizes);
          assertThat(code).isZero();
          assertThat(Beside.written(out))
              .isEqualTo(Beside.oneMachineGroups(file, new CaseJoin(threshold, "FR", sizes)));
        });
  }

  @Test
  void greetings_in_no_list_join_nobody_by_letters_or_by_sound() throws Exception {
    var file = Beside.write(folder, Greetings.lines(1_000, 25, SCRIPT));
    var out = folder.resolve("out");
    assertThat(MatchJob.run(SPARK, Beside.words(file, out, 0.2, null), JoinSizes.MANY)).isZero();
    assertThat(Beside.written(out))
        .hasSize(Greetings.SCRIPTS * (Greetings.SCRIPTS - 1) / 2)
        .allMatch(line -> line.contains("script-"))
        .isEqualTo(Beside.oneMachine(file, new CaseJoin(0.2, null, JoinSizes.MANY)));
    // Hardly below the default, where whoever asks looks through what is alike, greetings included
    assertThat(Beside.oneMachine(file, new CaseJoin(0.2 - 1e-9, null, JoinSizes.MANY)))
        .as("by letters, then by sound")
        .anyMatch(line -> line.matches(".*latin-.*latin-.*"))
        .anyMatch(line -> line.matches(".*(latin-.*cyrillic-|cyrillic-.*latin-).*"));
  }

  @Test
  void compares_few_messages_exactly_as_one_machine_does() throws Exception {
    var file = Files.writeString(folder.resolve("few"), "\uFEFF" + one(1) + "\r\n\n" + one(2));
    var out = folder.resolve("out");
    var words = Beside.words(file, out, 0.2, null);
    assertThat(MatchJob.run(SPARK, words, JoinSizes.STANDARD)).isZero();
    assertThat(Beside.written(out))
        .hasSize(1)
        .isEqualTo(Beside.oneMachine(file, new CaseJoin(0.2, null)));
    assertThat(MatchJob.run(SPARK, words, JoinSizes.MANY))
        .as("a folder that is there")
        .isEqualTo(2);
    var groups = folder.resolve("groups");
    assertThat(MatchJob.run(SPARK, Beside.groups(file, groups, 0.2, null), JoinSizes.STANDARD))
        .isZero();
    assertThat(Beside.written(groups))
        .containsExactly("{\"group\":1,\"ids\":[\"m1\",\"m2\"],\"because\":[\"script\"]}");
  }

  @Test
  void a_flood_of_one_script_within_one_case_is_one_row() throws Exception {
    var lines = new ArrayList<String>();
    for (var i = 0; i < 4_000; i++) {
      lines.add(one(i).replace("}", ",\"case\":\"A\"}"));
    }
    lines.add(one(4_000));
    var out = folder.resolve("out");
    var words = Beside.words(Beside.write(folder, lines), out, 0.2, null);
    assertThat(MatchJob.run(SPARK, words, JoinSizes.MANY)).isZero();
    assertThat(Beside.written(out)).hasSize(4_000).allMatch(line -> line.contains("m4000"));
  }

  @Test
  void a_flood_of_one_script_in_many_cases_is_one_group() throws Exception {
    var lines = new ArrayList<String>();
    for (var i = 0; i < 1_200; i++) {
      var caseId = ",\"case\":\"c%d\"}".formatted(i);
      lines.add(one(i).replace("at the", i % 3 == 0 ? "at your" : "at the").replace("}", caseId));
    }
    var file = Beside.write(folder, lines);
    var out = folder.resolve("out");
    assertThat(MatchJob.run(SPARK, Beside.groups(file, out, 0.2, null), JoinSizes.MANY)).isZero();
    assertThat(Beside.written(out))
        .hasSize(1)
        .isEqualTo(Beside.oneMachineGroups(file, new CaseJoin(0.2, null, JoinSizes.MANY)));
  }

  @Test
  void refuses_the_first_line_that_is_no_message() throws Exception {
    var file = Beside.write(folder, List.of(one(1), "", "{\"id\":", "nothing"));
    var out = folder.resolve("out");
    assertThat(MatchJob.run(SPARK, Beside.words(file, out, 0.2, null), JoinSizes.MANY))
        .isEqualTo(2);
    assertThat(out).doesNotExist();
    var absent = Beside.words(folder.resolve("absent"), out, 0.2, null);
    assertThat(MatchJob.run(SPARK, absent, JoinSizes.MANY)).isEqualTo(2);
  }

  @Test
  void plain_pairs_are_those_of_an_exact_comparison() {
    var texts = new ArrayList<String>();
    for (var i = 0; i < 90; i++) {
      texts.add(SCRIPT.substring(i % 30) + " " + "abcdefghij".repeat(1 + i % 7).substring(i % 5));
    }
    var expected = new ArrayList<List<Long>>();
    var fragments = texts.stream().map(MatchJobTest::fragments).toList();
    for (var a = 0; a < texts.size(); a++) {
      for (var b = a + 1; b < texts.size(); b++) {
        var shared = fragments.get(a).shared(fragments.get(b));
        var union = fragments.get(a).size() + fragments.get(b).size() - shared;
        if (shared >= 0.7 * union) {
          expected.add(List.of(a + 1L, b + 1L));
        }
      }
    }
    var given =
        LikeTexts.pairs(
                SPARK,
                JavaSparkContext.fromSparkContext(SPARK.sparkContext()).parallelize(texts),
                0.7)
            .distinct()
            .collectAsList();
    assertThat(given)
        .extracting(row -> List.of(row.getLong(0), row.getLong(1)))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Fragments fragments(String text) {
    try (var key = Secret.take(new byte[32])) {
      return new TextSketcher(key, 1).letters(text);
    }
  }

  private static String one(int number) {
    return "{\"id\":\"m%d\",\"text\":\"%s\"}".formatted(number, SCRIPT);
  }
}
