package org.vigie.imports.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Public keys of mail servers as a person got them from the name service: a line a key, {@code
 * brisbane._domainkey.example.org IN TXT "v=DKIM1; k=ed25519; p=…"}, as {@code dig} and {@code
 * nslookup} print it. A record may be parted in several quoted strings. Nothing is fetched.
 */
final class DkimKeys {

  private static final Pattern LINE =
      Pattern.compile(
          "\\s*([A-Za-z0-9._-]{1,200}\\._domainkey\\.[A-Za-z0-9._-]{1,250})[\\s=]+(.+)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final int MOST = 1000;

  private final Map<String, Map<String, String>> records = new HashMap<>();

  /** Takes the lines that hold keys and leaves the others. */
  DkimKeys(List<String> lines) {
    for (var line : lines) {
      var found = LINE.matcher(line);
      if (found.matches() && records.size() < MOST) {
        var name = found.group(1).toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        records.putIfAbsent(name, DkimTags.parse(record(found.group(2))));
      }
    }
  }

  private static String record(String rest) {
    var pieces = new StringBuilder();
    var quoted = QUOTED.matcher(rest);
    while (quoted.find()) {
      pieces.append(quoted.group(1));
    }
    var version = rest.indexOf("v=DKIM1");
    return pieces.isEmpty() ? rest.substring(Math.max(0, version)) : pieces.toString();
  }

  /** Whether there is none. */
  boolean isEmpty() {
    return records.isEmpty();
  }

  /** The record of a selector of a domain, or null. */
  @Nullable Map<String, String> find(String selector, String domain) {
    return records.get((selector + "._domainkey." + domain).toLowerCase(Locale.ROOT));
  }
}
