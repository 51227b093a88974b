package org.vigie.imports.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.Source;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;

/**
 * Pages as crawlers and browser programs save them (WARC, ISO 28500), a message a saved answer: a
 * page with its address, the date it was saved and its words; any other file by its name. What was
 * asked, and what programs note beside, is counted and stays with the answer before it.
 */
public final class WarcReader implements ExportReader {

  private static final int BUFFER = 64 * 1024;

  @Override
  public String format() {
    return "warc";
  }

  @Override
  public boolean recognises(byte[] head) {
    var start = new String(head, 0, Math.min(head.length, 9), StandardCharsets.ISO_8859_1);
    return start.startsWith("WARC/1.0\r") || start.startsWith("WARC/1.1\r");
  }

  @Override
  public ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    var records = new Records(options, sink, false);
    try (var in = new BufferedInputStream(source.open(0), BUFFER)) {
      var walk = new Walk(new WarcInput(in), records, options, source.length());
      walk.run();
      walk.warn();
    }
    return records.finish("warc", source.length(), Times.CERTAIN);
  }

  /** Goes over one file. */
  private static final class Walk {
    private final WarcInput in;
    private final Records records;
    private final WebMessages messages;
    private final long total;
    private final Map<String, Integer> counted = new TreeMap<>();

    private Walk(WarcInput in, Records records, ReadOptions options, long total) {
      this.in = in;
      this.records = records;
      this.messages = new WebMessages(new Times(options), options.limits().messageBytes());
      this.total = total;
    }

    private void run() throws IOException {
      for (var number = 1L; ; number++) {
        var at = in.blanks();
        if (at == total) {
          return;
        }
        var header = in.header();
        if (header == null || header.length() > total - in.at()) {
          var why = "from here on it is no WARC record; cut off or damaged";
          records.block(at, total, number, why);
          return;
        }
        record(header, at, number);
      }
    }

    private void record(WarcHeader header, long at, long number) throws IOException {
      var end = in.at() + header.length();
      if (header.isAnswer()) {
        records.frame(at);
        records.add(messages.item(header, in, at, number));
      } else {
        counted.merge(header.type(), 1, Integer::sum);
      }
      in.skip(end - in.at());
    }

    private void warn() {
      counted.forEach((type, count) -> {
        var named = type.isEmpty() ? "unnamed" : type;
        records.tally().warn(count + " records of the kind " + named + " are not shown");
      });
    }
  }
}
