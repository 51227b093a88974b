package org.vigie.imports.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The named fields of a record of WARC or of an answer of HTTP; of several of a name the first. */
final class WarcHeader {

  private static final int MOST_KINDS = 20;
  private static final Set<String> ANSWERS = Set.of("response", "resource", "conversion");

  private final Map<String, String> fields = new HashMap<>();

  /** Takes lines {@code Name: value}; those that begin with a blank go on with the one before. */
  WarcHeader(List<String> lines) {
    var name = "";
    for (var line : lines) {
      var colon = line.indexOf(':');
      if (line.startsWith(" ") || line.startsWith("\t")) {
        fields.computeIfPresent(name, (n, value) -> value + " " + line.strip());
      } else if (colon > 0) {
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        fields.putIfAbsent(name, line.substring(colon + 1).strip());
      }
    }
  }

  /** A field; empty when it is not there. */
  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** What kind of record it is. */
  String type() {
    var type = field("warc-type").toLowerCase(Locale.ROOT);
    return type.length() > MOST_KINDS || !type.chars().allMatch(c -> c >= 'a' && c <= 'z')
        ? ""
        : type;
  }

  /** Whether it is a saved answer, and so a message. */
  boolean isAnswer() {
    return ANSWERS.contains(type());
  }

  /** Whether what follows is an answer of a server with its own headers. */
  boolean isHttp() {
    return field("content-type").toLowerCase(Locale.ROOT).startsWith("application/http");
  }

  /** Bytes after the header; negative when nothing or no number stands there. */
  long length() {
    try {
      return Long.parseLong(field("content-length"));
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
