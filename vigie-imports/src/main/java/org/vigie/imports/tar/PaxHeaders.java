package org.vigie.imports.tar;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What pax and GNU headers say of an entry beside its own header. */
final class PaxHeaders {

  private @Nullable String name;
  private long size = -1;
  private boolean sparse;

  /** A name that GNU tar wrote before its entry. */
  void name(byte[] text) {
    var whole = new String(text, StandardCharsets.UTF_8);
    var end = whole.indexOf('\0');
    name = end < 0 ? whole : whole.substring(0, end);
  }

  /** The name, if one was said, else the other. */
  String name(String otherwise) {
    return name == null ? otherwise : name;
  }

  /** The size, if one was said, else the other. */
  long size(long otherwise) {
    return size < 0 ? otherwise : size;
  }

  /** Whether holes of the file were left out. */
  boolean isSparse() {
    return sparse;
  }

  /** Takes records {@code 27 path=folder/name.txt\n}; false where they do not fit. */
  boolean read(byte[] text) {
    for (var at = 0; at < text.length && text[at] != 0; ) {
      var space = at;
      var length = 0;
      while (space < text.length && text[space] >= '0' && text[space] <= '9' && space - at < 6) {
        length = length * 10 + text[space++] - '0';
      }
      var end = at + length;
      if (space == text.length
          || text[space] != ' '
          || end > text.length
          || end < space + 2
          || text[end - 1] != '\n') {
        return false;
      }
      var record = new String(text, space + 1, end - space - 2, StandardCharsets.UTF_8);
      if (!take(record)) {
        return false;
      }
      at = end;
    }
    return true;
  }

  private boolean take(String record) {
    var equals = record.indexOf('=');
    if (equals < 0) {
      return false;
    }
    var value = record.substring(equals + 1);
    var key = record.substring(0, equals);
    if (key.equals("path")) {
      name = value;
    } else if (key.equals("size")) {
      try {
        size = Long.parseLong(value);
      } catch (NumberFormatException e) {
        return false;
      }
      return size >= 0;
    } else if (key.startsWith("GNU.sparse")) {
      sparse = true;
    }
    return true;
  }
}
