package org.vigie.matching.spark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.matching.join.CaseJoin;

class MatchJobClusterTest {

  private static final String SECRET = "only-for-this-test-0123456789";

  @TempDir private Path folder = Path.of("");

  @Test
  @Tag("slow")
  void two_workers_give_the_lines_of_one_machine_and_their_disks_hold_no_word() throws Exception {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261122);
    var lines = new Correspondence(random, 12).lines(CaseJoin.EXACT_UP_TO + 200);
    var file = Beside.write(folder, lines);
    var out = folder.resolve("out");
    try (var cluster = new Cluster(Files.createDirectory(folder.resolve("home")), SECRET);
        var spark = MatchJob.session(cluster.job(SECRET))) {
      var words = Beside.words(file, out, 0.2, "FR");
      assertThat(MatchJob.run(spark, words, CaseJoin.EXACT_UP_TO)).isZero();
      var executors = spark.sparkContext().statusTracker().getExecutorInfos();
      assertThat(executors).as("the driver and two workers").hasSize(3);
      var shuffled = shuffled(cluster.disks());
      assertThat(shuffled).hasSizeGreaterThan(10_000);
      for (var secret : List.of("id-of-number", "institute", "родители", "父母", "33639981234")) {
        assertThat(shuffled.contains(new String(secret.getBytes(UTF_8), ISO_8859_1)))
            .as(secret)
            .isFalse();
      }
    }
    assertThat(Beside.written(out))
        .hasSizeGreaterThan(500)
        .isEqualTo(Beside.oneMachine(file, new CaseJoin(0.2, "FR")));
  }

  /** All bytes of all that was shuffled, a character each. */
  private static String shuffled(Path disks) throws IOException {
    var all = new StringBuilder();
    try (var files = Files.walk(disks)) {
      files
          .filter(file -> file.getFileName().toString().endsWith(".data"))
          .forEach(file -> all.append(text(file)));
    }
    return all.toString();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
