package org.vigie.matching.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.matching.join.CaseJoin;
import org.vigie.matching.join.JoinSizes;

class MatchJobClusterTest {

  private static final String SECRET = "only-for-this-test-0123456789";

  @TempDir private Path folder = Path.of("");

  @Test
  @Tag("slow")
  void two_workers_give_the_lines_of_one_machine_under_all_safeguards() throws Exception {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261122);
    var lines = new Correspondence(random, 12).lines(2_500);
    var file = Beside.write(folder, lines);
    var out = folder.resolve("out");
    try (var cluster = new Cluster(Files.createDirectory(folder.resolve("home")), SECRET);
        var spark = MatchJob.session(cluster.job(SECRET))) {
      var words = Beside.words(file, out, 0.2, "FR");
      assertThat(MatchJob.run(spark, words, JoinSizes.MANY))
          .as("as many messages are compared")
          .isZero();
      var executors = spark.sparkContext().statusTracker().getExecutorInfos();
      assertThat(executors).as("the driver and two workers").hasSize(3);
    }
    assertThat(Beside.written(out))
        .hasSizeGreaterThan(500)
        .isEqualTo(Beside.oneMachine(file, new CaseJoin(0.2, "FR", JoinSizes.MANY)));
  }
}
