package org.vigie.imports.telegram;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Moment;
import org.vigie.imports.json.Json;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Times;

/** One message of the export as a message. */
final class TelegramMessages {

  /** What a service message says elsewhere. */
  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "type",
          "date",
          "date_unixtime",
          "edited",
          "edited_unixtime",
          "actor",
          "actor_id",
          "action",
          "text",
          "text_entities",
          "from",
          "from_id");

  private final Times times;

  TelegramMessages(Times times) {
    this.times = times;
  }

  Item item(Json.Members message) {
    var item = new Item(message.at(), message.line()).at(when(message));
    var type = message.firstText("type");
    if ("service".equals(type)) {
      return service(message, item);
    }
    item.by(message.firstText("from", "from_id")).says(text(message));
    if (!"message".equals(type)) {
      return item.is(Kind.UNKNOWN).flagIf(!"unsupported".equals(type), Flag.UNRECOGNISED);
    }
    content(message, item);
    return item.flagIf(message.has("edited") || message.has("edited_unixtime"), Flag.EDITED)
        .flagIf(message.has("forwarded_from") || message.has("saved_from"), Flag.FORWARDED)
        .flagIf(message.has("self_destruct_period_seconds"), Flag.VIEW_ONCE)
        .flagIf(hiddenLink(message), Flag.HIDDEN_LINK);
  }

  private Moment when(Json.Members message) {
    var exact = message.number("date_unixtime");
    var local = message.text("date");
    if (local != null) {
      return times.iso(local, exact);
    }
    return exact == null ? Moment.unknown("") : times.seconds(exact, exact.toString());
  }

  private static void content(Json.Members message, Item item) {
    var file = message.firstText("file", "photo");
    if (file != null) {
      if (file.startsWith("(") && file.endsWith(")")) {
        item.omitted();
      } else {
        item.file(file);
      }
    } else if (message.has("media_type")) {
      item.omitted();
    } else if (message.has("contact_information")) {
      contact(message.object("contact_information"), item);
    } else if (message.has("location_information")) {
      place(message, item);
    } else if (message.has("poll")) {
      poll(message.object("poll"), item);
    }
  }

  private static void contact(Json.Members contact, Item item) {
    var words = new StringBuilder();
    for (var key : new String[] {"first_name", "last_name", "phone_number"}) {
      var value = contact.firstText(key);
      if (value != null) {
        words.append(words.isEmpty() ? "" : " ").append(value);
      }
    }
    item.also(words.toString()).flag(Flag.CONTACT);
  }

  private static void place(Json.Members message, Item item) {
    var place = message.object("location_information");
    for (var key : new String[] {"place_name", "address"}) {
      item.also(message.firstText(key));
    }
    item.also(place.text("latitude") + ", " + place.text("longitude")).flag(Flag.LOCATION);
  }

  private static void poll(Json.Members poll, Item item) {
    item.also(text(poll.members().get("question"))).flag(Flag.POLL);
    for (var answer : poll.objects("answers")) {
      var voters = answer.text("voters");
      item.also(
          "- " + text(answer.members().get("text")) + (voters == null ? "" : " (" + voters + ")"));
    }
  }

  /** A call has a caller; other lines of the application name theirs in the text. */
  private static Item service(Json.Members message, Item item) {
    var action = message.firstText("action");
    var words = new StringBuilder(action == null ? "" : action);
    var actor = message.firstText("actor", "actor_id", "from");
    if ("phone_call".equals(action)) {
      var reason = message.firstText("discard_reason");
      item.is(Kind.CALL).by(actor);
      item.flagIf("missed".equals(reason) || "busy".equals(reason), Flag.MISSED);
    } else {
      item.is(Kind.SYSTEM);
      if (actor != null) {
        words.append(" actor=").append(actor);
      }
    }
    for (var member : message.members().entrySet()) {
      if (!KNOWN.contains(member.getKey())) {
        detail(words, member.getKey(), member.getValue());
      }
    }
    return item.says(words.toString()).also(text(message));
  }

  private static void detail(StringBuilder words, String key, Json value) {
    switch (value) {
      case Json.Scalar scalar -> words.append(' ').append(key).append('=').append(scalar.text());
      case Json.Items items -> {
        for (var one : items.all()) {
          detail(words, key, one);
        }
      }
      case Json.Members object -> {
        for (var member : object.members().entrySet()) {
          detail(words, key + "." + member.getKey(), member.getValue());
        }
      }
    }
  }

  private static String text(Json.Members message) {
    return text(message.members().get("text"));
  }

  /** A string, or pieces of which some are marked as links, names and so on. */
  private static String text(@Nullable Json text) {
    return switch (text) {
      case null -> "";
      case Json.Scalar scalar -> scalar.text();
      case Json.Items pieces -> {
        var all = new StringBuilder();
        for (var piece : pieces.all()) {
          all.append(piece instanceof Json.Members marked ? text(marked) : text(piece));
        }
        yield all.toString();
      }
      case Json.Members marked -> text(marked);
    };
  }

  private static boolean hiddenLink(Json.Members message) {
    for (var piece : message.objects("text")) {
      var href = piece.text("href");
      if (href != null && !href.equals(piece.text("text"))) {
        return true;
      }
    }
    return false;
  }
}
