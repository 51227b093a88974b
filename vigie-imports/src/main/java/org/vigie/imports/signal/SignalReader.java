package org.vigie.imports.signal;

import java.io.IOException;
import java.util.Set;
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.Source;
import org.vigie.imports.json.JsonDocument;
import org.vigie.imports.json.JsonPull;
import org.vigie.imports.json.JsonShape;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;

/**
 * {@code main.jsonl} of Signal's readable export: a line each for the account, people, chats and
 * messages. People and chats come before the messages that name them by number.
 */
public final class SignalReader implements ExportReader {

  /** Keys and what a line does not show. */
  private static final Set<String> IGNORED =
      Set.of("reactions", "sendStatus", "bodyRanges", "locatorInfo", "profileKey", "identityKey");

  @Override
  public String format() {
    return "signal";
  }

  @Override
  public boolean recognises(byte[] head) {
    var start = JsonDocument.start(head);
    if (start < 0 || head[start] != '{') {
      return false;
    }
    var shape = JsonShape.of(head, start);
    return shape.hasAll("chatItem.dateSent")
        || shape.hasAll("version", "backupTimeMs")
        || (shape.hasAny("account") && shape.hasAny("recipient.id"));
  }

  @Override
  public ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    var records = new Records(options, sink, false);
    var longest = options.limits().messageBytes();
    var frames = new SignalFrames(records, new Times(options), longest);
    try (var in = source.open(0)) {
      var pull = new JsonPull(in, 0, longest);
      JsonDocument.run(pull, records, source, token -> frames.frame(pull, token, IGNORED));
    }
    return records.finish("signal-jsonl", source.length(), Times.CERTAIN);
  }
}
