package org.vigie.imports.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.ReadReport;

/** A report as one line of JSON. */
public final class ReportJson {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private ReportJson() {}

  /** Writes the report and a line end, and flushes. */
  public static void write(ReadReport report, OutputStream out) throws IOException {
    var json = new JsonBytes(out);
    text(json, "{\"format\":", report.format());
    if (report.source() != null) {
      text(json, ",\"source\":", report.source());
    }
    number(json, ",\"messages\":", report.messages());
    text(json, ",\"first\":", time(report.first()));
    text(json, ",\"last\":", time(report.last()));
    list(json, ",\"authors\":[", report.authors());
    number(json, ",\"bytes\":", report.bytes());
    number(json, ",\"bytes_unparsed\":", report.bytesUnparsed());
    ranges(json, report);
    text(json, ",\"date_order\":", report.dates().order().text());
    text(json, ",\"date_order_by\":", report.dates().by().text());
    list(json, ",\"missing_media\":[", report.missingMedia());
    list(json, ",\"warnings\":[", report.warnings());
    json.raw('}').raw('\n');
    json.flush();
  }

  private static @Nullable String time(@Nullable LocalDateTime time) {
    return time == null ? null : TIME.format(time);
  }

  private static void ranges(JsonBytes json, ReadReport report) throws IOException {
    json.raw(ascii(",\"unparsed\":["));
    var between = "{\"offset\":";
    for (var range : report.unparsed()) {
      number(json, between, range.offset());
      number(json, ",\"length\":", range.length());
      json.raw('}');
      between = ",{\"offset\":";
    }
    json.raw(']');
  }

  private static void text(JsonBytes json, String key, @Nullable String value) throws IOException {
    json.raw(ascii(key)).string(value);
  }

  private static void number(JsonBytes json, String key, long value) throws IOException {
    json.raw(ascii(key)).number(value);
  }

  private static void list(JsonBytes json, String key, List<String> values) throws IOException {
    json.raw(ascii(key));
    for (var i = 0; i < values.size(); i++) {
      if (i > 0) {
        json.raw(',');
      }
      json.string(values.get(i));
    }
    json.raw(']');
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
