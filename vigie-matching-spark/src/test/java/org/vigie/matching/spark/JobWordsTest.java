package org.vigie.matching.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobWordsTest {

  @Test
  void are_those_of_the_command() throws JobWords.Wrong {
    assertThat(JobWords.of(List.of("a", "--threshold", "0.5", "b", "--region", "FR")))
        .isEqualTo(new JobWords("a", "b", 0.5, "FR"));
    assertThat(JobWords.of(List.of("a", "b"))).isEqualTo(new JobWords("a", "b", 0.2, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a b c",
        "a b --groups",
        "a b --threshold",
        "a b --threshold 0",
        "a b --threshold much",
        "a b --region Europe"
      })
  void refuses_others_before_anything_starts(String words) throws IOException {
    assertThat(MatchJob.run(List.of(words.split(" ", -1)), new SparkConf(false))).isEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.authenticate",
        "spark.network.crypto.enabled",
        "spark.io.encryption.enabled"
      })
  void refuses_a_cluster_that_shows_what_the_job_works_on(String setting) throws IOException {
    var settings = new SparkConf(false).set(setting, "false");
    assertThat(MatchJob.run(List.of("a", "b"), settings)).isEqualTo(64);
    assertThat(Safeguards.set(new SparkConf(false)).get(setting)).isEqualTo("true");
  }
}
