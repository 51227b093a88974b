package org.vigie.imports.forms;

import java.time.LocalDateTime;
import java.util.List;
import java.util.random.RandomGenerator;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Words;

/** What Signal and programs around it write. */
enum SignalForm implements RecordsForm {
  /** The readable export. */
  LINES {
    @Override
    public String around(List<String> records) {
      return """
      {"version":"1","backupTimeMs":"1768496645123"}
      {"account":{"username":"Nur"}}
      {"recipient":{"id":"1","self":{}}}
      {"recipient":{"id":"2","contact":{"e164":"33639980001","profileGivenName":"Ann"}}}
      {"chat":{"id":"8","recipientId":"2"}}
      """
          + String.join("", records);
    }

    @Override
    public String record(Written one, LocalDateTime at, List<Written> to, RandomGenerator random) {
      var head =
          "{\"chatItem\":{\"chatId\":\"8\",\"authorId\":\"2\",\"dateSent\":\""
              + RecordsForm.millis(at);
      if (random.nextInt(6) == 0) {
        to.add(new Written(at, "Ann", Kind.DELETED, "", null, List.of()));
        return head + "\",\"incoming\":{},\"remoteDeletedMessage\":{}}}\n";
      }
      to.add(Written.text(at, "Ann", one.text()));
      return head
          + "\",\"incoming\":{},\"standardMessage\":{\"text\":{\"body\":"
          + Words.quoted(one.text(), false)
          + "}}}}\n";
    }
  },
  /** Messages as the desktop's database keeps them. */
  DATABASE {
    @Override
    public String around(List<String> records) {
      return "[" + String.join(",\n", records) + "]";
    }

    @Override
    public String record(Written one, LocalDateTime at, List<Written> to, RandomGenerator random) {
      var out = random.nextInt(3) == 0;
      var text = Written.text(at, out ? null : one.author(), one.text());
      to.add(out ? text.flagged(Flag.OUTGOING) : text);
      return "{\"id\":\"a\",\"conversationId\":\"c\",\"sent_at\":"
          + RecordsForm.millis(at)
          + ",\"body\":"
          + Words.quoted(one.text(), true)
          + (out ? "" : ",\"source\":" + Words.quoted(String.valueOf(one.author()), true))
          + ",\"type\":\""
          + (out ? "outgoing" : "incoming")
          + "\"}";
    }
  },
  /** A table. */
  TABLE {
    @Override
    public String around(List<String> records) {
      return "sent_at,conversation,sender,type,body\r\n" + String.join("", records);
    }

    @Override
    public String record(Written one, LocalDateTime at, List<Written> to, RandomGenerator random) {
      to.add(one);
      return RecordsForm.millis(at)
          + ",c,"
          + Cells.quoted(String.valueOf(one.author()))
          + ",incoming,"
          + Cells.quoted(one.text())
          + "\r\n";
    }
  };

  static List<ExportForm> all() {
    return List.of(values());
  }
}
