package org.vigie.evidence.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** Writes the one spelling of a value: RFC 8785. */
public final class JsonWriter {

  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  /** The value in UTF-8, without any space between. */
  public static byte[] write(Json value) {
    var writer = new JsonWriter();
    writer.append(value);
    return writer.out.toString().getBytes(UTF_8);
  }

  private void append(Json value) {
    switch (value) {
      case Json.Members object -> append(object);
      case Json.Row row -> append(row);
      case Json.Text text -> append(text.value());
      case Json.Whole whole -> out.append(whole.value());
      case Json.Truth truth -> out.append(truth.value());
      case Json.Nothing _ -> out.append("null");
    }
  }

  private void append(Json.Members object) {
    var separator = '{';
    for (var member : object.members().entrySet()) {
      out.append(separator);
      append(member.getKey());
      out.append(':');
      append(member.getValue());
      separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private void append(Json.Row row) {
    var separator = '[';
    for (var value : row.values()) {
      out.append(separator);
      append(value);
      separator = ',';
    }
    out.append(separator == '[' ? "[]" : "]");
  }

  private void append(String text) {
    out.append('"');
    for (var i = 0; i < text.length(); i++) {
      append(text.charAt(i));
    }
    out.append('"');
  }

  private void append(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (c < ' ') {
          out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
