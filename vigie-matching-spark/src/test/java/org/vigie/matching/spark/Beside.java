package org.vigie.matching.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.jspecify.annotations.Nullable;
import org.vigie.matching.join.CaseJoin;
import org.vigie.matching.join.MatchLines;
import org.vigie.matching.join.MatchRefused;
import org.vigie.matching.join.MessageLines;

/** One machine and what the job wrote beside it, as sorted lines; and the job's small machine. */
final class Beside {

  private Beside() {}

  /** Without what pays for itself with large data only; the test of the cluster has all of it. */
  static SparkConf local() {
    return new SparkConf()
        .setMaster("local[2]")
        .set("spark.driver.host", "127.0.0.1")
        .set("spark.driver.bindAddress", "127.0.0.1")
        .set("spark.buffer.pageSize", "1m")
        .set("spark.sql.shuffle.partitions", "2")
        .set("spark.sql.adaptive.enabled", "false")
        .set("spark.sql.codegen.wholeStage", "false")
        .set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
  }

  static Path write(Path folder, List<String> lines) throws IOException {
    return Files.writeString(
        Files.createTempFile(folder, "messages", ".jsonl"), String.join("\n", lines));
  }

  static JobWords words(Path file, Path out, double threshold, @Nullable String region) {
    return new JobWords(file.toString(), out.toString(), threshold, region, false);
  }

  /** The same for groups. */
  static JobWords groups(Path file, Path out, double threshold, @Nullable String region) {
    return new JobWords(file.toString(), out.toString(), threshold, region, true);
  }

  /** What {@code join} says of the messages in {@code file}, as pairs. */
  static List<String> oneMachine(Path file, CaseJoin join) throws IOException, MatchRefused {
    MessageLines.read(new ByteArrayInputStream(Files.readAllBytes(file)), join::add);
    var out = new StringWriter();
    join.pairs(new MatchLines(out)::write);
    return out.toString().lines().sorted().toList();
  }

  /** The same as groups. */
  static List<String> oneMachineGroups(Path file, CaseJoin join) throws IOException, MatchRefused {
    MessageLines.read(new ByteArrayInputStream(Files.readAllBytes(file)), join::add);
    var out = new StringWriter();
    join.groups(new MatchLines(out)::write);
    return out.toString().lines().sorted().toList();
  }

  /** All lines of all parts. */
  static List<String> written(Path out) throws IOException {
    var lines = new ArrayList<String>();
    try (var parts = Files.newDirectoryStream(out, "part-*")) {
      for (var part : parts) {
        lines.addAll(Files.readString(part, UTF_8).lines().toList());
      }
    }
    return lines.stream().sorted().toList();
  }
}
