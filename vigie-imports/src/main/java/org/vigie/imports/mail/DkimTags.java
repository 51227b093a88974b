package org.vigie.imports.mail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Lists of {@code tag=value} with semicolons between them (RFC 6376, section 3.2). */
final class DkimTags {

  private static final Pattern SEMICOLON = Pattern.compile(";");
  private static final Pattern BLANK = Pattern.compile("[ \t\r\n]+");

  private DkimTags() {}

  /** The values by their tags, blanks within them left out; of two of a tag the first. */
  static Map<String, String> parse(String list) {
    var all = new LinkedHashMap<String, String>();
    for (var tag : SEMICOLON.splitAsStream(list).toList()) {
      var equals = tag.indexOf('=');
      if (equals > 0) {
        var value = BLANK.matcher(tag.substring(equals + 1)).replaceAll("");
        all.putIfAbsent(tag.substring(0, equals).strip(), value);
      }
    }
    return all;
  }
}
