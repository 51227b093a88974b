package org.vigie.matching.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobWordsTest {

  @Test
  void are_those_of_the_command() throws JobWords.Wrong {
    assertThat(JobWords.of(List.of("a", "--threshold", "0.5", "b", "--region", "FR")))
        .isEqualTo(new JobWords("a", "b", 0.5, "FR", false));
    assertThat(JobWords.of(List.of("a", "b", "--pairs")))
        .isEqualTo(JobWords.of(List.of("a", "b")))
        .isEqualTo(new JobWords("a", "b", 0.2, null, false));
    assertThat(JobWords.of(List.of("--groups", "a", "b")))
        .isEqualTo(new JobWords("a", "b", 0.2, null, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a b c",
        "a b --groups --pairs",
        "a b --sets",
        "a b --threshold",
        "a b --threshold 0",
        "a b --threshold much",
        "a b --region Europe"
      })
  void refuses_others_before_anything_starts(String words) throws IOException {
    assertThat(MatchJob.run(List.of(words.split(" ", -1)), new SparkConf(false))).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource({
    "spark.authenticate, false, true",
    "spark.network.crypto.enabled, false, true",
    "spark.network.crypto.authEngineVersion, 1, 2",
    "spark.network.crypto.cipher, AES/CTR/NoPadding, AES/GCM/NoPadding",
    "spark.network.crypto.saslFallback, true, false",
    "spark.authenticate.enableSaslEncryption, false, true",
    "spark.io.encryption.enabled, false, true"
  })
  void refuses_a_cluster_that_shows_what_the_job_works_on(
      String setting, String weak, String needed) throws IOException {
    var settings = new SparkConf(false).set(setting, weak);
    assertThat(MatchJob.run(List.of("a", "b"), settings)).isEqualTo(64);
    assertThat(Safeguards.off(new SparkConf(false).set(setting, needed))).isEmpty();
    assertThat(Safeguards.set(new SparkConf(false)).get(setting)).isEqualTo(needed);
  }
}
