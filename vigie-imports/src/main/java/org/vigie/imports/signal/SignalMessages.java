package org.vigie.imports.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.json.Json;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Times;

/** What one line of the export says as messages. */
final class SignalMessages {

  private static final Set<String> NOT_TAKEN =
      Set.of("MISSED", "MISSED_NOTIFICATION_PROFILE", "NOT_ACCEPTED", "DECLINED");

  private final Times times;

  SignalMessages(Times times) {
    this.times = times;
  }

  List<Item> items(Json.Members chatItem, Item item) {
    var sent = chatItem.text("dateSent");
    item.at(times.millis(chatItem.number("dateSent"), sent == null ? "" : sent));
    item.flagIf(!chatItem.items("revisions").isEmpty(), Flag.EDITED);
    if (chatItem.has("standardMessage")) {
      var message = chatItem.object("standardMessage");
      item.says(message.object("text").text("body"));
      return files(message.objects("attachments"), item);
    }
    if (chatItem.has("viewOnceMessage")) {
      var seen = chatItem.object("viewOnceMessage").object("attachment");
      file(item, seen);
      return List.of(item.flag(Flag.VIEW_ONCE));
    }
    return List.of(rare(chatItem, item));
  }

  private static Item rare(Json.Members chatItem, Item item) {
    if (chatItem.has("remoteDeletedMessage") || chatItem.has("adminDeletedMessage")) {
      return item.is(Kind.DELETED);
    }
    if (chatItem.has("contactMessage")) {
      return item.says(values(chatItem.object("contactMessage").object("contact")))
          .flag(Flag.CONTACT);
    }
    if (chatItem.has("stickerMessage")) {
      var sticker = chatItem.object("stickerMessage").object("sticker");
      return item.omitted().says(sticker.text("emoji"));
    }
    if (chatItem.has("directStoryReplyMessage")) {
      var reply = chatItem.object("directStoryReplyMessage");
      var words = reply.object("textReply").object("text").text("body");
      return item.says(words == null ? reply.text("emoji") : words);
    }
    if (chatItem.has("poll")) {
      return poll(chatItem.object("poll"), item);
    }
    if (chatItem.has("updateMessage")) {
      return update(chatItem.object("updateMessage"), item);
    }
    return item.is(Kind.UNKNOWN).flag(Flag.UNRECOGNISED);
  }

  private static Item poll(Json.Members poll, Item item) {
    item.says(poll.text("question")).flag(Flag.POLL);
    for (var option : poll.objects("options")) {
      item.also("- " + option.text("option"));
    }
    return item;
  }

  private static Item update(Json.Members update, Item item) {
    for (var kind : new String[] {"individualCall", "groupCall"}) {
      if (update.has(kind)) {
        var call = update.object(kind);
        return item.is(Kind.CALL)
            .says(kind + " " + values(call))
            .flagIf(NOT_TAKEN.contains(String.valueOf(call.text("state"))), Flag.MISSED);
      }
    }
    var words = new StringBuilder();
    update.members().forEach((key, value) -> say(words, key, value));
    return item.is(Kind.SYSTEM).by(null).says(words.toString().strip());
  }

  private static String values(Json.Members object) {
    var words = new StringBuilder();
    object.members().forEach((key, value) -> say(words, key, value));
    return words.toString().strip();
  }

  private static void say(StringBuilder words, String key, Json value) {
    switch (value) {
      case Json.Scalar scalar -> words.append(' ').append(key).append('=').append(scalar.text());
      case Json.Items items -> items.all().forEach(one -> say(words, key, one));
      case Json.Members object -> {
        words.append(object.members().isEmpty() ? " " + key : "");
        object.members().forEach((inner, one) -> say(words, inner, one));
      }
    }
  }

  private static List<Item> files(List<Json.Members> attachments, Item item) {
    var items = new ArrayList<Item>();
    items.add(item);
    for (var attachment : attachments) {
      if (items.size() == 1 && item.isWithoutFile() && !item.has(Flag.OMITTED)) {
        file(item, attachment);
      } else {
        var another = item.another();
        file(another, attachment);
        items.add(another);
      }
    }
    return items;
  }

  private static void file(Item item, Json.Members attachment) {
    var name = name(attachment);
    if (name == null) {
      item.omitted();
    } else {
      item.file(name);
    }
  }

  private static @Nullable String name(Json.Members attachment) {
    var name = attachment.object("pointer").firstText("fileName");
    return name == null ? attachment.firstText("fileName", "name") : name;
  }
}
