package org.vigie.matching.spark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.matching.join.JoinSizes;
import org.vigie.matching.join.MatchRefused;
import org.vigie.matching.join.MessageLines;
import org.vigie.matching.join.Preparing;
import org.vigie.matching.text.Fragments;
import org.vigie.matching.text.TextSketch;

/** With nothing sealed or packed by Spark: what is still not there to be read, the job veiled. */
class MatchJobVeilTest {

  /** Words, whom messages came from, cases. */
  private static final List<String> SECRETS =
      List.of(
          "institute",
          "peaceful",
          "родители",
          "父母",
          "你的父母和朋友",
          "39 98 12 34",
          "33639981234",
          "kaysar_x",
          "Tursun",
          "case-7",
          "mirnogo",
          "внукам");

  private static final SparkSession SPARK = MatchJob.session(open());

  @TempDir private Path folder = Path.of("");

  private static SparkConf open() {
    return Beside.local()
        // What is no longer used stays on the disk, too, and does not go while it is looked at.
        .set("spark.cleaner.referenceTracking", "false")
        .set("spark.io.encryption.enabled", "false")
        .set("spark.shuffle.compress", "false")
        .set("spark.shuffle.spill.compress", "false")
        .set("spark.broadcast.compress", "false")
        .set("spark.serializer", Recorder.class.getName())
        .set("spark.sql.autoBroadcastJoinThreshold", "-1");
  }

  @AfterAll
  static void stop() {
    SPARK.stop();
  }

  @Test
  void nothing_but_ids_leaves_a_process_without_a_veil() throws Exception {
    var lines = lines();
    var left = left(lines, JoinSizes.MANY);
    assertThat(left.contains("id-of-number-1")).as("what leaves is found by this").isTrue();
    assertVeiled(left, lines);
  }

  @Test
  void few_messages_leave_no_process_either() throws Exception {
    var lines = lines();
    var left = left(lines, JoinSizes.STANDARD);
    assertThat(left.contains("org.vigie.matching.spark")).as("what leaves is looked at").isTrue();
    assertVeiled(left, lines);
  }

  private static List<String> lines() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261123);
    var lines = new ArrayList<>(new Correspondence(random, 1).lines(200));
    lines.addAll(Greetings.lines(260, 24, "Whoever speaks at the reading room has to go home"));
    return lines;
  }

  private static void assertVeiled(String left, List<String> lines) throws MatchRefused {
    for (var secret : SECRETS) {
      assertThat(lines).as("is there").anyMatch(line -> line.contains(secret) || isNumber(secret));
      for (var form : List.of(UTF_8, UTF_16BE, UTF_16LE)) {
        var bytes = secret.getBytes(form);
        // Fewer lie somewhere in megabytes of sealed ones by chance.
        assertThat(bytes.length >= 6 && left.contains(new String(bytes, ISO_8859_1)))
            .as(secret)
            .isFalse();
      }
    }
    assertThat(sketches(lines)).isNotEmpty().noneMatch(left::contains);
    assertThat(greeting(lines)).hasSizeGreaterThan(20).noneMatch(left::contains);
  }

  /** As a number is read, not as it was written. */
  private static boolean isNumber(String secret) {
    return secret.startsWith("336");
  }

  /** What the job handed on and wrote to disks, a character each byte. */
  private String left(List<String> lines, JoinSizes sizes) throws IOException {
    Recorder.begin();
    var words = Beside.words(Beside.write(folder, lines), folder.resolve("out"), 0.2, "FR");
    assertThat(MatchJob.run(SPARK, words, sizes)).isZero();
    var left = new StringBuilder(Recorder.taken());
    for (var disk : SparkEnv.get().blockManager().diskBlockManager().localDirs()) {
      try (var files = Files.walk(disk.toPath())) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          left.append(Files.readString(file, ISO_8859_1));
        }
      }
    }
    return left.toString();
  }

  /** Each three fragments in a row of what two share who write the greeting. */
  private static List<String> greeting(List<String> lines) throws MatchRefused {
    var letters = new ArrayList<Fragments>();
    var preparing = new Preparing("FR");
    for (var line : lines) {
      if (line.contains("mirnogo")) {
        MessageLines.parse(line.getBytes(UTF_8), 2)
            .ifPresent(message -> letters.add(preparing.prepare(message).sketch().letters()));
      }
    }
    var shared = letters.getFirst().common(letters.getLast()).tokens();
    var some = new ArrayList<String>();
    for (var i = 0; i + 3 <= shared.length; i++) {
      var bytes = ByteBuffer.allocate(3 * Integer.BYTES);
      bytes.putInt(shared[i]).putInt(shared[i + 1]).putInt(shared[i + 2]);
      some.add(new String(bytes.array(), ISO_8859_1));
    }
    return some;
  }

  /** The fragments of some of the messages, as they would be without a veil. */
  private static List<String> sketches(List<String> lines) throws MatchRefused {
    var sketches = new ArrayList<String>();
    var preparing = new Preparing("FR");
    for (var line : lines.subList(0, 40)) {
      MessageLines.parse(line.getBytes(UTF_8), 2)
          .map(message -> preparing.prepare(message).sketch())
          .filter(TextSketch::isComparable)
          .ifPresent(sketch -> sketches.add(new String(sketch.encoded(), ISO_8859_1)));
    }
    return sketches;
  }
}
