package org.vigie.imports.x;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.ExportReader;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.Source;
import org.vigie.imports.json.Backwards;
import org.vigie.imports.json.Json;
import org.vigie.imports.json.JsonDocument;
import org.vigie.imports.json.JsonPull;
import org.vigie.imports.json.JsonPull.Token;
import org.vigie.imports.json.JsonTree;
import org.vigie.imports.json.MalformedJson;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;

/**
 * {@code direct-messages.js} and {@code direct-messages-group.js} of an archive of X: JSON after
 * the beginning of a script. People are numbers there. Each conversation has the newest first;
 * messages are passed on from the last to the first, so that time goes forth in each.
 */
public final class DirectMessagesReader implements ExportReader {

  private static final Pattern START =
      Pattern.compile("\\A\\s*window\\.YTD\\.direct_messages?(_group)?\\.part\\d{1,6}\\s*=\\s*");
  private static final int LONGEST_START = 200;
  private static final Set<String> IGNORED = Set.of("reactions");

  @Override
  public String format() {
    return "x";
  }

  @Override
  public boolean recognises(byte[] head) {
    return start(head) >= 0;
  }

  private static int start(byte[] head) {
    var length = Math.min(head.length, LONGEST_START);
    var matcher = START.matcher(new String(head, 0, length, StandardCharsets.ISO_8859_1));
    return matcher.find() ? matcher.end() : -1;
  }

  @Override
  public ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    byte[] head;
    try (var in = source.open(0)) {
      head = in.readNBytes(LONGEST_START);
    }
    var before = Math.max(0, start(head));
    var backwards = new Backwards();
    var records = new Records(options, backwards, false);
    var first = walk(source, options, before, backwards, records);
    var turned = first.older > first.newer && !backwards.isFull();
    records
        .tally()
        .warnIf(turned, "each conversation has the newest first; given from the last on");
    if (turned) {
      var report = records.finish("x-dm", source.length(), Times.CERTAIN);
      backwards.replay(source, options, IGNORED, first::make, sink);
      return report;
    }
    var forward = new Records(options, sink, false);
    walk(source, options, before, new Backwards(), forward);
    return forward.finish("x-dm", source.length(), Times.CERTAIN);
  }

  private static Walk walk(
      Source source, ReadOptions options, int before, Backwards backwards, Records records)
      throws IOException {
    var walk = new Walk(records, backwards, new DirectMessages(new Times(options)), options);
    try (var in = source.open(0)) {
      var pull = new JsonPull(in, 0, options.limits().messageBytes());
      JsonDocument.run(pull, records, source, before, token -> walk.conversations(pull, token));
    }
    return walk;
  }

  /** Goes over all conversations. */
  private static final class Walk {
    private final Records records;
    private final Backwards backwards;
    private final DirectMessages messages;
    private final int longest;
    private final TreeMap<Integer, String> chats = new TreeMap<>();
    private int count;
    private String last = "";
    private long older;
    private long newer;

    private Walk(
        Records records, Backwards backwards, DirectMessages messages, ReadOptions options) {
      this.records = records;
      this.backwards = backwards;
      this.messages = messages;
      this.longest = options.limits().messageBytes();
    }

    private void conversations(JsonPull pull, Token first) throws IOException, MalformedJson {
      if (first != Token.ARRAY) {
        other(pull, first);
        return;
      }
      for (var token = pull.next(); token != Token.END_ARRAY; token = pull.next()) {
        records.frame(pull.tokenAt());
        if (token == Token.OBJECT) {
          inside(pull);
        } else {
          other(pull, token);
        }
      }
    }

    private void inside(JsonPull pull) throws IOException, MalformedJson {
      while (pull.next() != Token.END_OBJECT) {
        var key = pull.text();
        var token = pull.next();
        if (key.equals("dmConversation") && token == Token.OBJECT) {
          conversation(pull);
        } else {
          other(pull, token);
        }
      }
    }

    private void conversation(JsonPull pull) throws IOException, MalformedJson {
      @Nullable String id = null;
      while (pull.next() != Token.END_OBJECT) {
        var key = pull.text();
        var token = pull.next();
        if (key.equals("messages") && token == Token.ARRAY) {
          chats.put(count, id == null ? "" : id);
          last = "";
          messages(pull);
        } else if (key.equals("conversationId")) {
          id = pull.text();
        } else {
          other(pull, token);
        }
      }
    }

    private void messages(JsonPull pull) throws IOException, MalformedJson {
      var tree = new JsonTree(pull, IGNORED, longest);
      for (var token = pull.next(); token != Token.END_ARRAY; token = pull.next()) {
        records.frame(pull.tokenAt());
        if (token != Token.OBJECT) {
          other(pull, token);
          continue;
        }
        var line = pull.tokenLine();
        if (tree.read(token) instanceof Json.Members record) {
          backwards.record(record.at(), line);
          compare(record);
          make(record, tree, count++, pull.place(), records);
        }
      }
    }

    /** Times are written so that their characters sort as they do. */
    private void compare(Json.Members record) {
      for (var value : record.members().values()) {
        var time = value instanceof Json.Members event ? event.firstText("createdAt") : null;
        if (time != null) {
          older += !last.isEmpty() && time.compareTo(last) < 0 ? 1 : 0;
          newer += !last.isEmpty() && time.compareTo(last) > 0 ? 1 : 0;
          last = time;
          return;
        }
      }
    }

    private void make(Json.Members record, JsonTree tree, int index, long end, Records to)
        throws IOException {
      var chat = chats.floorEntry(index);
      var items = messages.items(record);
      var last = items.getLast();
      for (var item : items) {
        item.in(chat == null || chat.getValue().isEmpty() ? null : chat.getValue());
        item.flagIf(tree.wasMalformed(), Flag.MALFORMED_TEXT);
        if (item == last && tree.wasCut()) {
          to.addCut(item, Math.min(record.at() + longest, end), end);
        } else {
          to.add(item);
        }
      }
    }

    private void other(JsonPull pull, Token token) throws IOException, MalformedJson {
      var at = pull.tokenAt();
      var line = pull.tokenLine();
      records.frame(at);
      pull.skip(token);
      records.block(at, pull.place(), line, "no message; not read");
    }
  }
}
