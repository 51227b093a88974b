package org.vigie.imports.signal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.vigie.imports.ByteRange;
import org.vigie.imports.ExportReader;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;
import org.vigie.imports.Source;
import org.vigie.imports.json.Json;
import org.vigie.imports.json.JsonDocument;
import org.vigie.imports.json.JsonPull;
import org.vigie.imports.json.JsonPull.Token;
import org.vigie.imports.json.JsonShape;
import org.vigie.imports.json.JsonTree;
import org.vigie.imports.json.MalformedJson;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;

/**
 * What sigtop, signal-export and programs like them write as JSON: messages as Signal's own
 * database keeps them, in an array, under {@code messages}, or a line each.
 */
public final class SignalCommunityReader implements ExportReader {

  private static final Set<String> LISTS = Set.of("messages", "messsages");
  private static final Set<String> IGNORED =
      Set.of("reactions", "bodyRanges", "sendStateByConversationId", "thumbnail", "preview");

  @Override
  public String format() {
    return "signal";
  }

  @Override
  public boolean recognises(byte[] head) {
    var start = JsonDocument.start(head);
    if (start < 0) {
      return false;
    }
    var shape = JsonShape.of(head, start);
    for (var prefix : new String[] {"", "[].", "messages[].", "messsages[]."}) {
      var database =
          shape.hasAny(prefix + "sent_at", prefix + "timestamp")
              && shape.hasAny(
                  prefix + "conversationId", prefix + "sourceServiceId", prefix + "source")
              && shape.hasAny(prefix + "body", prefix + "type");
      var lines = shape.hasAll(prefix + "date", prefix + "sender", prefix + "body");
      if (database || lines) {
        return true;
      }
    }
    return false;
  }

  @Override
  public ReadReport read(Source source, ReadOptions options, MessageSink sink)
      throws ImportRefused, IOException {
    var records = new Records(options, sink, false);
    var longest = options.limits().messageBytes();
    try (var in = source.open(0)) {
      var pull = new JsonPull(in, 0, longest);
      var walk =
          new Walk(
              pull,
              new JsonTree(pull, IGNORED, longest),
              records,
              new CommunityMessages(new Times(options)),
              longest);
      JsonDocument.run(pull, records, source, walk::outermost);
    }
    return records.finish("signal-json", source.length(), Times.CERTAIN);
  }

  /** Goes over one file. */
  private record Walk(
      JsonPull pull, JsonTree tree, Records records, CommunityMessages messages, int longest) {

    private void outermost(Token token) throws IOException, MalformedJson {
      if (token == Token.ARRAY) {
        list();
      } else if (token == Token.OBJECT) {
        object();
      } else {
        other(token, pull.tokenAt());
      }
    }

    /** A message a line, or an object around a list; which it is, its first lists tell. */
    private void object() throws IOException, MalformedJson {
      var at = pull.tokenAt();
      var line = pull.tokenLine();
      records.frame(at);
      var members = new LinkedHashMap<String, Json>();
      var others = new ArrayList<ByteRange>();
      var listed = false;
      while (pull.next() != Token.END_OBJECT) {
        var keyAt = pull.tokenAt();
        var key = pull.text();
        var token = pull.next();
        if (LISTS.contains(key) && token == Token.ARRAY) {
          blocks(others, line);
          list();
          listed = true;
        } else if (IGNORED.contains(key)) {
          pull.skip(token);
        } else {
          var value = tree.read(token);
          if (value != null) {
            members.put(key, value);
          }
          if (!(value instanceof Json.Scalar)) {
            others.add(new ByteRange(keyAt, pull.place() - keyAt));
          }
        }
      }
      var record = new Json.Members(members, at, line);
      if (!listed && messages.fits(record)) {
        add(record);
      } else {
        blocks(others, line);
      }
    }

    private void blocks(List<ByteRange> ranges, long line) throws IOException {
      for (var range : ranges) {
        records.block(range.offset(), range.end(), line, "holds no messages; not read");
      }
      ranges.clear();
    }

    private void list() throws IOException, MalformedJson {
      for (var token = pull.next(); token != Token.END_ARRAY; token = pull.next()) {
        var at = pull.tokenAt();
        records.frame(at);
        if (token == Token.OBJECT && tree.read(token) instanceof Json.Members record) {
          add(record);
        } else {
          other(token, at);
        }
      }
    }

    private void add(Json.Members record) throws IOException {
      var items = messages.items(record);
      for (var item : items) {
        item.flagIf(tree.wasMalformed(), Flag.MALFORMED_TEXT);
        if (item == items.getLast() && tree.wasCut()) {
          records.addCut(item, Math.min(record.at() + longest, pull.place()), pull.place());
        } else {
          records.add(item);
        }
      }
    }

    private void other(Token token, long at) throws IOException, MalformedJson {
      var line = pull.tokenLine();
      pull.skip(token);
      records.block(at, pull.place(), line, "no message; not read");
    }
  }
}
