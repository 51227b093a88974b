package org.vigie.imports.telegram;

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
 * {@code result.json} of Telegram Desktop, of one chat or of a whole account. Read in one pass;
 * what is not a conversation (contacts, sessions, frequent contacts) is listed as unparsed.
 */
public final class TelegramJsonReader implements ExportReader {

  private static final Set<String> ACCOUNT =
      Set.of(
          "personal_information",
          "profile_pictures",
          "stories",
          "contacts",
          "frequent_contacts",
          "sessions",
          "web_sessions",
          "other_data",
          "chats",
          "left_chats");

  @Override
  public String format() {
    return "telegram";
  }

  @Override
  public boolean recognises(byte[] head) {
    var start = JsonDocument.start(head);
    if (start < 0 || head[start] != '{') {
      return false;
    }
    var shape = JsonShape.of(head, start);
    if (shape.hasAny("messages")) {
      return shape.hasAll("name", "type", "id")
          || shape.hasAll("messages[].type", "messages[].date", "messages[].text");
    }
    return (shape.hasAny("about") && ACCOUNT.stream().anyMatch(shape.paths()::contains))
        || shape.hasAny("chats.list", "left_chats.list");
  }

  @Override
  public ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    var records = new Records(options, sink, true);
    try (var in = source.open(0)) {
      var pull = new JsonPull(in, 0, options.limits().messageBytes());
      var chats =
          new TelegramChats(pull, records, new TelegramMessages(new Times(options)), options);
      JsonDocument.run(pull, records, source, chats::account);
    }
    return records.finish("telegram-json", source.length(), Times.CERTAIN);
  }
}
