package org.vigie.imports.signal;

import java.util.ArrayList;
import java.util.List;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Moment;
import org.vigie.imports.json.Json;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Times;

/** A record of Signal's database, or a line of signal-export, as messages. */
final class CommunityMessages {

  private static final String[] SENDERS = {
    "sender", "source", "sourceServiceId", "sourceUuid", "address"
  };

  private final Times times;

  CommunityMessages(Times times) {
    this.times = times;
  }

  /** Whether an object is a message. */
  boolean fits(Json.Members record) {
    return record.has("body")
        || record.has("sender")
        || (record.has("type") && (record.has("sent_at") || record.has("timestamp")));
  }

  List<Item> items(Json.Members record) {
    var item = new Item(record.at(), record.line()).at(when(record));
    item.in(record.firstText("conversationName", "conversationId", "conversation", "chat"));
    item.by(record.firstText(SENDERS));
    item.says(record.text("body"));
    var type = String.valueOf(record.text("type"));
    var sender = record.text("sender");
    item.flagIf(type.equals("outgoing") || "Me".equals(sender), Flag.OUTGOING);
    if (record.isTrue("deletedForEveryone")) {
      item.is(Kind.DELETED);
    } else if (type.equals("call-history")) {
      item.is(Kind.CALL).says(words(record.object("callHistoryDetails")));
    } else if (!type.equals("incoming") && !type.equals("outgoing") && sender == null) {
      other(record, type, item);
    }
    item.flagIf(record.isTrue("isViewOnce"), Flag.VIEW_ONCE);
    item.flagIf(!record.items("editHistory").isEmpty(), Flag.EDITED);
    item.flagIf(!record.items("contact").isEmpty(), Flag.CONTACT);
    return files(record, item);
  }

  /** Words that somebody is named for are theirs, whatever a program calls them. */
  private static void other(Json.Members record, String type, Item item) {
    var body = record.text("body");
    if (body == null || body.isBlank() || record.firstText(SENDERS) == null) {
      item.is(Kind.SYSTEM).says(body == null ? type : body).by(null);
    } else {
      item.flagIf(record.has("type"), Flag.UNRECOGNISED);
    }
  }

  private Moment when(Json.Members record) {
    for (var key : new String[] {"sent_at", "timestamp", "date_sent", "date", "received_at_ms"}) {
      var count = record.number(key);
      if (count != null) {
        return times.count(count, String.valueOf(record.text(key)));
      }
    }
    var written = record.firstText("date", "timestamp");
    return written == null ? Moment.unknown("") : times.instant(written.replace(' ', 'T'));
  }

  private static String words(Json.Members call) {
    var words = new StringBuilder("call");
    call.members()
        .forEach((key, value) -> {
          if (value instanceof Json.Scalar scalar) {
            words.append(' ').append(key).append('=').append(scalar.text());
          }
        });
    return words.toString();
  }

  private static List<Item> files(Json.Members record, Item item) {
    var items = new ArrayList<Item>();
    items.add(item);
    for (var attachment : record.objects("attachments")) {
      var name = attachment.firstText("fileName", "name", "path");
      var first = items.size() == 1 && item.isWithoutFile() && !item.has(Flag.OMITTED);
      var one = first ? item : item.another();
      if (name == null) {
        one.omitted();
      } else {
        one.file(name);
      }
      if (!first) {
        items.add(one);
      }
    }
    return items;
  }
}
