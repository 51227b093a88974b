package org.vigie.evidence;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.evidence.json.Json;
import org.vigie.evidence.json.JsonReader;
import org.vigie.evidence.json.JsonRefused;
import org.vigie.evidence.json.JsonWriter;

/**
 * {@code data/lines.json}: every line that papers quote, with where it lies in the original, for
 * machines that know nothing else of a package. It follows from {@code manifest.json} alone, so a
 * check writes it again and compares.
 */
final class QuotedLines {

  static final String FORMAT = "vigie-lines@1";

  private QuotedLines() {}

  /**
   * The lines that belong to {@code manifest}; empty if none are quoted.
   *
   * @throws JsonRefused if that is no manifest
   */
  static Optional<byte[]> of(byte[] manifest) throws JsonRefused {
    var lines = lines(manifest);
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            JsonWriter.write(Json.of(Map.of("format", Json.of(FORMAT), "lines", Json.of(lines)))));
  }

  private static List<Json> lines(byte[] manifest) throws JsonRefused {
    var lines = new ArrayList<Json>();
    for (var one : JsonReader.read(manifest).object().list("items")) {
      var item = one.object();
      if (item.members().containsKey("quoted")) {
        for (var quoted : item.list("quoted")) {
          lines.add(line(item, quoted.object()));
        }
      }
    }
    return lines;
  }

  private static Json line(Json.Members item, Json.Members quoted) throws JsonRefused {
    return Json.of(
        Map.of(
            "exhibit", item.member("exhibit"),
            "path", item.member("path"),
            "original_sha256", item.member("sha256"),
            "first_line", quoted.member("first_line"),
            "last_line", quoted.member("last_line"),
            "offset", quoted.member("offset"),
            "length", quoted.member("length"),
            "sha256", quoted.member("sha256")));
  }

  /** Compares a file with what follows from {@code manifest}, and names each line that differs. */
  static List<CheckResult> check(byte[] file, byte[] manifest) {
    try {
      var expected = of(manifest);
      if (expected.isPresent() && MessageDigest.isEqual(file, expected.get())) {
        return List.of(CheckResult.ok("lines", PackageNames.LINES));
      }
      var results = new ArrayList<CheckResult>();
      var known = lines(manifest);
      for (var line : JsonReader.read(file).object().list("lines")) {
        if (!known.contains(line)) {
          results.add(changed(line.object()));
        }
      }
      results.add(CheckResult.failed("lines.altered", PackageNames.LINES));
      return results;
    } catch (JsonRefused e) {
      return List.of(CheckResult.failed("lines.altered", PackageNames.LINES));
    }
  }

  private static CheckResult changed(Json.Members line) throws JsonRefused {
    return CheckResult.failed(
        "lines.changed",
        line.text("exhibit"),
        Long.toString(line.integer("first_line")),
        Long.toString(line.integer("last_line")),
        Long.toString(line.integer("offset")));
  }
}
