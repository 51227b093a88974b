package org.vigie.imports.signal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Flag;
import org.vigie.imports.json.Json;
import org.vigie.imports.json.JsonPull;
import org.vigie.imports.json.JsonPull.Token;
import org.vigie.imports.json.JsonTree;
import org.vigie.imports.json.MalformedJson;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;

/** Goes over the lines of one export and keeps who is who. */
final class SignalFrames {

  private static final int MOST = 50_000;

  /** Lines that tell of the account and not of a message. */
  private static final Set<String> AROUND =
      Set.of(
          "version",
          "account",
          "recipient",
          "chat",
          "stickerPack",
          "notificationProfile",
          "chatFolder",
          "adHocCall");

  /** Somebody or a group. */
  private record Person(@Nullable String name, @Nullable String number, boolean self) {
    private @Nullable String shown() {
      return name == null ? number : name;
    }

    private @Nullable String full() {
      return name == null || number == null ? shown() : name + " (" + number + ")";
    }
  }

  private static final Person NOBODY = new Person(null, null, false);

  private final Records records;
  private final SignalMessages messages;
  private final int longest;
  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, String> chats = new HashMap<>();
  private @Nullable String owner;
  private boolean full;

  SignalFrames(Records records, Times times, int longest) {
    this.records = records;
    this.messages = new SignalMessages(times);
    this.longest = longest;
  }

  void frame(JsonPull pull, Token token, Set<String> ignored) throws IOException, MalformedJson {
    var at = pull.tokenAt();
    var line = pull.tokenLine();
    records.frame(at);
    var tree = new JsonTree(pull, ignored, longest);
    if (!(tree.read(token) instanceof Json.Members frame)) {
      records.block(at, pull.place(), line, "no line of the export; not read");
      return;
    }
    if (frame.has("chatItem")) {
      message(frame.object("chatItem"), at, line, tree, pull);
    } else if (frame.members().keySet().stream().anyMatch(AROUND::contains)) {
      around(frame);
    } else {
      records.block(at, pull.place(), line, "a line of a kind that is not known; not read");
    }
  }

  private void around(Json.Members frame) {
    var account = frame.object("account");
    if (account.has("givenName")) {
      owner = joined(account, "givenName", "familyName");
    }
    var recipient = frame.object("recipient");
    var id = recipient.text("id");
    if (id != null && room(people)) {
      people.put(id, person(recipient));
    }
    var chat = frame.object("chat");
    var chatId = chat.text("id");
    var with = chat.text("recipientId");
    if (chatId != null && with != null && room(chats)) {
      chats.put(chatId, with);
    }
  }

  private boolean room(Map<String, ?> map) {
    if (map.size() >= MOST && !full) {
      full = true;
      records.tally().warn("more than " + MOST + " people or chats; the rest are shown by number");
    }
    return map.size() < MOST;
  }

  private static Person person(Json.Members recipient) {
    if (recipient.has("group")) {
      var title = recipient.object("group").object("snapshot").object("title").firstText("title");
      return new Person(title, null, false);
    }
    if (recipient.has("distributionList") || recipient.has("releaseNotes")) {
      return new Person(recipient.has("releaseNotes") ? "Signal" : "story", null, false);
    }
    var contact = recipient.object("contact");
    var name = joined(contact, "systemGivenName", "systemFamilyName");
    name = name == null ? joined(contact.object("nickname"), "given", "family") : name;
    name = name == null ? joined(contact, "profileGivenName", "profileFamilyName") : name;
    name = name == null ? contact.firstText("username") : name;
    var number = contact.firstText("e164");
    return new Person(
        name,
        number == null || number.startsWith("+") ? number : "+" + number,
        recipient.has("self"));
  }

  private static @Nullable String joined(Json.Members from, String... keys) {
    var parts = List.of(keys).stream().map(from::firstText).filter(t -> t != null).toList();
    return parts.isEmpty() ? null : String.join(" ", parts);
  }

  private void message(Json.Members chatItem, long at, long line, JsonTree tree, JsonPull pull)
      throws IOException {
    var authorId = String.valueOf(chatItem.text("authorId"));
    var author = people.getOrDefault(authorId, NOBODY);
    var outgoing = chatItem.has("outgoing") || author.self();
    var item = new Item(at, line);
    if (outgoing) {
      item.flag(Flag.OUTGOING).by(author.shown() == null ? owner : author.shown());
    } else {
      item.by(author.shown() == null ? "recipient " + authorId : author.shown());
    }
    var chatId = String.valueOf(chatItem.text("chatId"));
    var with = people.getOrDefault(chats.getOrDefault(chatId, ""), NOBODY).full();
    item.in(with == null ? "chat " + chatId : with);
    item.flagIf(tree.wasMalformed(), Flag.MALFORMED_TEXT);
    var items = messages.items(chatItem, item);
    for (var one : items) {
      if (one == items.getLast() && tree.wasCut()) {
        records.addCut(one, Math.min(at + longest, pull.place()), pull.place());
      } else {
        records.add(one);
      }
    }
  }
}
