package org.vigie.imports.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.vigie.imports.BytesSource;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.detect.Exports;

class MessageLinesTest {

  private static String lines(String export, boolean ranges) throws Exception {
    var out = new ByteArrayOutputStream();
    var lines = new MessageLines(out, ranges);
    var options = ReadOptions.NONE.withZone(ZoneId.of("Europe/Paris"));
    var source = new BytesSource(export.getBytes(StandardCharsets.UTF_8));
    Exports.read(source, options, lines);
    lines.flush();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writes_what_the_contract_shows() throws Exception {
    assertThat(lines("15/01/2026, 18:04 - +852 5555 0134: hi\n", false))
        .isEqualTo(
            """
            {"n":1,"line":1,"time":"2026-01-15T18:04:00+01:00","time_raw":"15/01/2026, 18:04",\
            "precision":"minute","author":"+852 5555 0134","kind":"text","text":"hi",\
            "media":null,"flags":[]}
            """);
  }

  @Test
  void writes_a_day_alone_where_no_time_of_day_is_known() throws Exception {
    assertThat(lines("Number,Date,Type,Duration\n1,15/01/2026,Missed,0\n", false))
        .contains("\"time\":\"2026-01-15\",\"time_raw\":\"15/01/2026\",\"precision\":\"day\",");
  }

  @Test
  void escapes_what_json_must_escape_and_nothing_else() throws Exception {
    assertThat(lines("15/01/2026, 18:04 - A: \"\\\t\u0001\nئ😀\u2028</script>", true))
        .contains("\"text\":\"\\\"\\\\\\t\\u0001\\nئ😀\u2028</script>\"")
        .endsWith("\"flags\":[],\"offset\":0,\"length\":46}\n");
  }

  @Test
  void writes_texts_longer_than_its_buffer() throws Exception {
    var text = "\u0001я😀a".repeat(100_000);
    assertThat(lines("15/01/2026, 18:04 - A: " + text, false))
        .contains(text.replace("\u0001", "\\u0001"));
  }

  @Test
  void reports_in_one_line() throws Exception {
    var out = new ByteArrayOutputStream();
    var export = "15/01/2026, 18:04 - A: <attached: x\"y.jpg>\n";
    var source = new BytesSource(export.getBytes(StandardCharsets.UTF_8));
    ReportJson.write(Exports.read(source, ReadOptions.NONE, m -> {}), out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"format":"whatsapp-android","messages":1,"first":"2026-01-15T18:04:00",\
            "last":"2026-01-15T18:04:00","authors":["A"],"bytes":43,"bytes_unparsed":0,\
            "unparsed":[],"date_order":"dmy","date_order_by":"value",\
            "missing_media":["x\\"y.jpg"],"warnings":[]}
            """);
  }
}
