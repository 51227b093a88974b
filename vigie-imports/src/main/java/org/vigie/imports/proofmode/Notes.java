package org.vigie.imports.proofmode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vigie.imports.json.Json;
import org.vigie.imports.json.JsonPull;
import org.vigie.imports.json.JsonTree;
import org.vigie.imports.json.MalformedJson;
import org.vigie.imports.text.Csv;
import org.vigie.imports.text.Encoding;

/** What was noted beside a picture: names and values, as JSON or as two rows of a table. */
final class Notes {

  private static final int MOST = 200;
  private static final int LONGEST = 64 * 1024;

  /** Whatever leads to a place, or to a connection that does. */
  private static final List<String> PLACES =
      List.of(
          "location",
          "latitude",
          "longitude",
          "gps",
          "altitude",
          "cell",
          "wifi",
          "mac",
          "ipv",
          "ip address",
          "bssid",
          "ssid",
          "address");

  private Notes() {}

  static boolean tellsPlace(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return PLACES.stream().anyMatch(lower::contains);
  }

  static Map<String, String> json(byte[] file) throws IOException {
    var values = new LinkedHashMap<String, String>();
    try {
      var pull = new JsonPull(new ByteArrayInputStream(file), 0, LONGEST);
      if (new JsonTree(pull, Set.of(), file.length).read(pull.next()) instanceof Json.Members all) {
        all.members()
            .forEach((name, value) -> {
              if (value instanceof Json.Scalar scalar && values.size() < MOST) {
                values.put(name, scalar.text());
              }
            });
      }
    } catch (MalformedJson | IllegalStateException broken) {
      return values;
    }
    return values;
  }

  static Map<String, String> csv(byte[] file) throws IOException {
    var values = new LinkedHashMap<String, String>();
    var first = new String(file, 0, Math.min(file.length, 4_000), StandardCharsets.UTF_8);
    var separator = Csv.separator(first.lines().findFirst().orElse(""));
    var csv =
        new Csv(new ByteArrayInputStream(file), Encoding.UTF_8, file.length, separator, LONGEST);
    if (!csv.next()) {
      return values;
    }
    var names = List.copyOf(csv.values());
    if (csv.next()) {
      var row = csv.values();
      for (var i = 0; i < Math.min(MOST, Math.min(names.size(), row.size())); i++) {
        values.put(names.get(i).strip(), row.get(i).strip());
      }
    }
    return values;
  }
}
