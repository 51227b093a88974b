package org.vigie.imports.telegram;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Flag;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.json.Json;
import org.vigie.imports.json.JsonPull;
import org.vigie.imports.json.JsonPull.Token;
import org.vigie.imports.json.JsonTree;
import org.vigie.imports.json.MalformedJson;
import org.vigie.imports.tally.Records;

/** Walks over an account or a chat and passes its messages on. */
final class TelegramChats {

  /** What says the same again, or nothing that a line shows. */
  private static final Set<String> IGNORED = Set.of("text_entities", "inline_bot_buttons");

  private static final Set<String> LISTS = Set.of("chats", "left_chats");
  private static final int LONGEST_KEY = 60;

  private final JsonPull pull;
  private final JsonTree tree;
  private final Records records;
  private final TelegramMessages messages;
  private final int longest;

  TelegramChats(JsonPull pull, Records records, TelegramMessages messages, ReadOptions options) {
    this.pull = pull;
    this.longest = options.limits().messageBytes();
    this.tree = new JsonTree(pull, IGNORED, longest);
    this.records = records;
    this.messages = messages;
  }

  /** The whole document: one chat, or an account with lists of chats. */
  void account(Token token) throws IOException, MalformedJson {
    if (token != Token.OBJECT) {
      skipped(token, pull.tokenAt(), "it");
      return;
    }
    chat(false);
  }

  /** A chat whose brace was met, or the account around all chats. */
  private void chat(boolean several) throws IOException, MalformedJson {
    @Nullable String name = null;
    @Nullable String id = null;
    while (pull.next() != Token.END_OBJECT) {
      var at = pull.tokenAt();
      var key = pull.text();
      var token = pull.next();
      if (key.equals("messages") && token == Token.ARRAY) {
        messages(several ? chatName(name, id) : null);
      } else if (!several && LISTS.contains(key) && token == Token.OBJECT) {
        lists();
      } else if (token == Token.OBJECT || token == Token.ARRAY) {
        skipped(token, at, key);
      } else if (key.equals("name")) {
        name = pull.text();
      } else if (key.equals("id")) {
        id = pull.text();
      }
    }
  }

  private static @Nullable String chatName(@Nullable String name, @Nullable String id) {
    return name == null || name.isBlank() ? id : name;
  }

  /** What is around the list of chats, and the list. */
  private void lists() throws IOException, MalformedJson {
    while (pull.next() != Token.END_OBJECT) {
      var at = pull.tokenAt();
      var key = pull.text();
      var token = pull.next();
      if (key.equals("list") && token == Token.ARRAY) {
        for (var t = pull.next(); t != Token.END_ARRAY; t = pull.next()) {
          if (t == Token.OBJECT) {
            records.frame(pull.tokenAt());
            chat(true);
          } else {
            skipped(t, pull.tokenAt(), key);
          }
        }
      } else if (token == Token.OBJECT || token == Token.ARRAY) {
        skipped(token, at, key);
      }
    }
  }

  private void messages(@Nullable String chat) throws IOException, MalformedJson {
    for (var token = pull.next(); token != Token.END_ARRAY; token = pull.next()) {
      var at = pull.tokenAt();
      records.frame(at);
      if (token != Token.OBJECT) {
        skipped(token, at, "messages");
        continue;
      }
      if (tree.read(token) instanceof Json.Members message) {
        var item = messages.item(message).in(chat);
        item.flagIf(tree.wasMalformed(), Flag.MALFORMED_TEXT);
        if (tree.wasCut()) {
          records.addCut(item, Math.min(at + longest, pull.place()), pull.place());
        } else {
          records.add(item);
        }
      }
    }
  }

  private void skipped(Token token, long at, String key) throws IOException, MalformedJson {
    var line = pull.tokenLine();
    records.frame(at);
    pull.skip(token);
    var name = key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
    records.block(at, pull.place(), line, "\"" + name + "\" is no conversation; not read");
  }
}
