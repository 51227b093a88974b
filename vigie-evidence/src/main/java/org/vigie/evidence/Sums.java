package org.vigie.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Lists of hashes as {@code sha256sum} and BagIt write them: hash, two spaces, path. */
final class Sums {

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}|[0-9a-f]{128})  (\\S+)");

  private Sums() {}

  static byte[] write(
      SortedMap<String, Fingerprint> files,
      Predicate<String> listed,
      Function<Fingerprint, String> hash) {
    var out = new StringBuilder();
    files.forEach((path, fingerprint) -> {
      if (listed.test(path)) {
        out.append(hash.apply(fingerprint)).append("  ").append(path).append('\n');
      }
    });
    return out.toString().getBytes(US_ASCII);
  }

  /** Path to hash of every line that reads as one; others are left out. */
  static Map<String, String> parse(byte[] file) {
    var sums = new TreeMap<String, String>();
    for (var line : new String(file, US_ASCII).split("\n", -1)) {
      var matcher = LINE.matcher(line);
      if (matcher.matches()) {
        sums.put(matcher.group(2), matcher.group(1));
      }
    }
    return sums;
  }
}
