package org.vigie.imports.meta;

import java.io.IOException;
import java.util.Set;
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.Source;
import org.vigie.imports.json.Backwards;
import org.vigie.imports.json.JsonDocument;
import org.vigie.imports.json.JsonPull;
import org.vigie.imports.json.JsonShape;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;

/**
 * One part of a conversation of Messenger or Instagram ({@code message_1.json}), also of the
 * download of end-to-end encrypted ones. The file has the newest first; messages are passed on in
 * the order of time. Bytes of UTF-8 written one by one are put together again where they can have
 * been meant so.
 */
public final class MetaReader implements ExportReader {

  private static final Set<String> IGNORED = Set.of("reactions", "magic_words");

  private final String name;

  /** A reader under one of two names for the same format. */
  public MetaReader(String name) {
    this.name = name;
  }

  @Override
  public String format() {
    return name;
  }

  @Override
  public boolean newestFirst() {
    return true;
  }

  @Override
  public boolean recognises(byte[] head) {
    var start = JsonDocument.start(head);
    if (start < 0 || head[start] != '{') {
      return false;
    }
    var shape = JsonShape.of(head, start);
    return shape.hasAll("messages[].sender_name", "messages[].timestamp_ms")
        || shape.hasAll("messages[].senderName", "messages[].timestamp")
        || (shape.hasAny("participants[].name") && shape.hasAny("messages", "thread_path"));
  }

  @Override
  public ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    var backwards = new Backwards();
    var records = new Records(options, backwards, false);
    var messages = new MetaMessages(new Times(options));
    var thread = new MetaThread(records, messages, backwards, options);
    try (var in = source.open(0)) {
      var pull = new JsonPull(in, 0, options.limits().messageBytes());
      JsonDocument.run(pull, records, source, token -> thread.read(pull, token, IGNORED));
    }
    messages.report(records.tally());
    var format = messages.isInstagram() ? "instagram-json" : "messenger-json";
    var turned = thread.isNewestFirst() && !backwards.isFull();
    records.tally().warnIf(turned, "the file has the newest first; put in the order of time");
    records.tally().warnIf(backwards.isFull(), "too many messages to be put in the order of time");
    if (turned) {
      var report = records.finish(format, source.length(), Times.CERTAIN);
      backwards.replay(source, options, IGNORED, thread::make, sink);
      return report;
    }
    records.finish(format, source.length(), Times.CERTAIN);
    return again(source, options, sink, format);
  }

  /** A file in the order of time, read straight on. */
  private static ReadReport again(
      Source source, ReadOptions options, MessageSink sink, String format) throws IOException {
    var records = new Records(options, sink, true);
    var messages = new MetaMessages(new Times(options));
    var thread = new MetaThread(records, messages, new Backwards(), options);
    try (var in = source.open(0)) {
      var pull = new JsonPull(in, 0, options.limits().messageBytes());
      JsonDocument.run(pull, records, source, token -> thread.read(pull, token, IGNORED));
    }
    messages.report(records.tally());
    return records.finish(format, source.length(), Times.CERTAIN);
  }
}
