package org.vigie.imports.meta;

import java.io.IOException;
import java.util.Set;
import org.vigie.imports.Flag;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.json.Backwards;
import org.vigie.imports.json.Json;
import org.vigie.imports.json.JsonPull;
import org.vigie.imports.json.JsonPull.Token;
import org.vigie.imports.json.JsonTree;
import org.vigie.imports.json.MalformedJson;
import org.vigie.imports.tally.Records;

/** Walks over one conversation. */
final class MetaThread {

  /** What tells of the conversation and not of a message. */
  private static final Set<String> FRAME =
      Set.of("participants", "image", "joinable_mode", "magic_words", "thread_path");

  private static final int LONGEST_KEY = 60;

  private final Records records;
  private final MetaMessages messages;
  private final Backwards backwards;
  private final int longest;
  private long before = -1;
  private long older;
  private long newer;

  MetaThread(Records records, MetaMessages messages, Backwards backwards, ReadOptions options) {
    this.records = records;
    this.messages = messages;
    this.backwards = backwards;
    this.longest = options.limits().messageBytes();
  }

  /** Whether time goes back more often than forth. */
  boolean isNewestFirst() {
    return older > newer;
  }

  void read(JsonPull pull, Token first, Set<String> ignored) throws IOException, MalformedJson {
    if (first != Token.OBJECT) {
      other(pull, first, pull.tokenAt(), "it");
      return;
    }
    while (pull.next() != Token.END_OBJECT) {
      var at = pull.tokenAt();
      var key = pull.text();
      var token = pull.next();
      if (key.equals("messages") && token == Token.ARRAY) {
        messages(pull, new JsonTree(pull, ignored, longest));
      } else if (FRAME.contains(key)) {
        pull.skip(token);
      } else if (token == Token.OBJECT || token == Token.ARRAY) {
        other(pull, token, at, key);
      }
    }
  }

  private void messages(JsonPull pull, JsonTree tree) throws IOException, MalformedJson {
    for (var token = pull.next(); token != Token.END_ARRAY; token = pull.next()) {
      var at = pull.tokenAt();
      records.frame(at);
      if (token != Token.OBJECT) {
        other(pull, token, at, "messages");
        continue;
      }
      var line = pull.tokenLine();
      if (tree.read(token) instanceof Json.Members record) {
        backwards.record(at, line);
        compare(record);
        make(record, tree, 0, pull.place(), records);
      }
    }
  }

  private void compare(Json.Members record) {
    var time = record.number("timestamp_ms");
    time = time == null ? record.number("timestamp") : time;
    if (time != null) {
      older += before >= 0 && time < before ? 1 : 0;
      newer += before >= 0 && time > before ? 1 : 0;
      before = time;
    }
  }

  /** Adds the messages of one record. */
  void make(Json.Members record, JsonTree tree, int index, long end, Records to)
      throws IOException {
    var items = messages.items(record);
    var last = items.getLast();
    for (var item : items) {
      item.flagIf(tree.wasMalformed(), Flag.MALFORMED_TEXT);
      if (item == last && tree.wasCut()) {
        to.addCut(item, Math.min(record.at() + longest, end), end);
      } else {
        to.add(item);
      }
    }
  }

  private void other(JsonPull pull, Token token, long at, String key)
      throws IOException, MalformedJson {
    var line = pull.tokenLine();
    records.frame(at);
    pull.skip(token);
    var name = key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
    records.block(at, pull.place(), line, "\"" + name + "\" is no message; not read");
  }
}
