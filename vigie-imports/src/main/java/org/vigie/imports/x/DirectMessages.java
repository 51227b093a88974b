package org.vigie.imports.x;

import java.util.ArrayList;
import java.util.List;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Moment;
import org.vigie.imports.json.Json;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Times;

/** One event of a conversation as messages. */
final class DirectMessages {

  private final Times times;

  DirectMessages(Times times) {
    this.times = times;
  }

  List<Item> items(Json.Members event) {
    var item = new Item(event.at(), event.line());
    for (var member : event.members().entrySet()) {
      if (member.getValue() instanceof Json.Members inside) {
        var created = inside.firstText("createdAt");
        item.at(created == null ? Moment.unknown("") : times.instant(created));
        return member.getKey().endsWith("essageCreate")
            ? message(inside, item)
            : List.of(other(member.getKey(), inside, item));
      }
    }
    return List.of(item.is(Kind.UNKNOWN));
  }

  private static List<Item> message(Json.Members message, Item item) {
    item.by(message.firstText("senderId")).says(message.text("text"));
    for (var link : message.objects("urls")) {
      var shown = link.text("display");
      item.flagIf(link.has("expanded") && shown != null, Flag.HIDDEN_LINK);
    }
    var items = new ArrayList<Item>();
    items.add(item);
    for (var url : message.items("mediaUrls")) {
      if (url instanceof Json.Scalar scalar && !scalar.text().isBlank()) {
        var file = items.size() == 1 && item.isWithoutFile() ? item : item.another();
        file.file(scalar.text(), local(message, scalar.text()));
        if (file != item) {
          items.add(file);
        }
      }
    }
    return items;
  }

  /** The name under which the archive keeps a picture. */
  private static String local(Json.Members message, String url) {
    return message.text("id") + "-" + url.substring(url.lastIndexOf('/') + 1);
  }

  private static Item other(String name, Json.Members event, Item item) {
    var words = new StringBuilder(name);
    event.members().forEach((key, value) -> detail(words, key, value));
    return item.is(Kind.SYSTEM).says(words.toString());
  }

  private static void detail(StringBuilder words, String key, Json value) {
    switch (value) {
      case Json.Scalar scalar -> {
        if (!key.equals("createdAt")) {
          words.append(' ').append(key).append('=').append(scalar.text());
        }
      }
      case Json.Items items -> items.all().forEach(one -> detail(words, key, one));
      case Json.Members members -> members.members().forEach((k, v) -> detail(words, k, v));
    }
  }
}
