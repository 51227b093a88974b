package org.vigie.imports.sms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;
import org.vigie.imports.xml.MalformedXml;
import org.vigie.imports.xml.XmlPull;
import org.vigie.imports.xml.XmlPull.Token;

/** Walks over one backup. Elements it does not know are unparsed blocks. */
final class SmsBackup {

  private static final int MOST_PARTS = 1000;
  private static final String FROM = "137"; // PduHeaders.FROM
  private static final String NOTIFICATION = "130"; // announced, never fetched
  private static final String NOBODY = "insert-address-token"; // the owner, in place of a number

  private final Records records;
  private final Times times;
  private final int longest;
  private String root = "";
  private @Nullable Long promised;
  private long found;

  SmsBackup(Records records, Times times, int longest) {
    this.records = records;
    this.times = times;
    this.longest = longest;
  }

  /** The name of the outermost element. */
  String root() {
    return root;
  }

  /** Everything. */
  void all(XmlPull pull) throws IOException, MalformedXml {
    for (var token = pull.next(); token != Token.DONE; token = pull.next()) {
      if (token == Token.TEXT && !pull.text().isBlank()) {
        records.block(pull.tokenAt(), pull.place(), pull.tokenLine(), "text between messages");
      } else if (token == Token.START && pull.depth() == 1) {
        root = pull.name();
        promised = number(pull.attribute("count"));
      } else if (token == Token.START) {
        element(pull);
      }
      pull.forget();
    }
    if (promised != null && promised != found) {
      records
          .tally()
          .warn("the file says it holds " + promised + " records; " + found + " are there");
    }
  }

  private void element(XmlPull pull) throws IOException, MalformedXml {
    records.frame(pull.tokenAt());
    var start = pull.tokenAt();
    var line = pull.tokenLine();
    switch (pull.name()) {
      case "sms" -> add(sms(new Item(start, line), pull), pull);
      case "call", "log" -> add(call(new Item(start, line), pull), pull);
      case "mms" -> mms(new Item(start, line), pull);
      default -> {
        var name = pull.name();
        pull.skip();
        records.block(start, pull.place(), line, "\"" + name + "\" is no message; not read");
      }
    }
  }

  private void add(Item item, XmlPull pull) throws IOException, MalformedXml {
    found++;
    var from = Math.min(start(pull) + longest, pull.place());
    pull.skip();
    item.flagIf(pull.wasMalformed(), Flag.MALFORMED_TEXT);
    if (pull.wasCut()) {
      records.addCut(item, from, pull.place());
    } else {
      records.add(item);
    }
  }

  private static long start(XmlPull pull) {
    return pull.tokenAt();
  }

  private Item sms(Item item, XmlPull pull) {
    common(item, pull);
    direction(item, pull.attribute("type"), pull.attribute("address"));
    var subject = said(pull.attribute("subject"));
    return item.says(subject).also(pull.attribute("body"));
  }

  private void common(Item item, XmlPull pull) {
    var date = pull.attribute("date");
    item.at(times.millis(number(date), date == null ? "" : date));
    var number = said(pull.attribute("address"));
    number = number == null ? said(pull.attribute("number")) : number;
    var name = said(pull.attribute("contact_name"));
    name = name == null ? said(pull.attribute("name")) : name;
    var known = name != null && !name.startsWith("(Unknown") && !name.equals(number);
    item.in(known ? number == null ? name : name + " (" + number + ")" : number);
  }

  /** 1 received, 2 sent, 3 draft, 4 outbox, 5 failed, 6 queued. */
  private static void direction(Item item, @Nullable String type, @Nullable String address) {
    switch (type == null ? "" : type) {
      case "1" -> item.by(address);
      case "2" -> item.flag(Flag.OUTGOING);
      case "3", "4", "5", "6" -> item.flag(Flag.OUTGOING).flag(Flag.UNSENT);
      default -> item.by(address).flag(Flag.UNRECOGNISED);
    }
  }

  private Item call(Item item, XmlPull pull) {
    common(item, pull);
    item.is(Kind.CALL);
    var number = said(pull.attribute("number"));
    var type = pull.attribute("type");
    var way = CallWords.way(type);
    if (way.equals("outgoing")) {
      item.flag(Flag.OUTGOING);
    } else {
      item.by(number);
    }
    item.flagIf(CallWords.missed(way), Flag.MISSED);
    item.flagIf(way.isEmpty(), Flag.UNRECOGNISED);
    var duration = pull.attribute("duration");
    duration = duration == null ? pull.attribute("dur") : duration;
    return item.says(CallWords.say(way.isEmpty() ? "type " + type : way, duration, shown(pull)));
  }

  private static @Nullable String shown(XmlPull pull) {
    return switch (String.valueOf(pull.attribute("presentation"))) {
      case "2" -> "restricted";
      case "3" -> "unknown";
      case "4" -> "payphone";
      default -> null;
    };
  }

  /** A message of several parts: text first, then a message for each further file. */
  private void mms(Item item, XmlPull pull) throws IOException, MalformedXml {
    found++;
    common(item, pull);
    var box = pull.attribute("msg_box");
    var address = pull.attribute("address");
    var announced = NOTIFICATION.equals(pull.attribute("m_type"));
    item.says(said(pull.attribute("sub")));
    direction(item, box, null);
    var files = new ArrayList<Item>();
    var sender = parts(item, files, pull);
    if ("1".equals(box) || item.has(Flag.UNRECOGNISED)) {
      item.by(sender == null ? address : sender);
    }
    if (announced && files.isEmpty()) {
      item.omitted();
    }
    item.flagIf(pull.wasMalformed(), Flag.MALFORMED_TEXT).flagIf(pull.wasCut(), Flag.CUT);
    records.add(item);
    for (var file : files) {
      records.add(file.like(item));
    }
  }

  /** The sender; the first file goes to {@code item}, the others to {@code files}. */
  private @Nullable String parts(Item item, List<Item> files, XmlPull pull)
      throws IOException, MalformedXml {
    @Nullable String sender = null;
    var any = false;
    while (pull.depth() > 1) {
      if (pull.next() != Token.START) {
        continue;
      }
      var attributes = pull.attributes();
      if (pull.name().equals("addr") && FROM.equals(attributes.get("type"))) {
        var address = said(attributes.get("address"));
        sender = NOBODY.equals(address) ? sender : address;
      } else if (pull.name().equals("part")) {
        var type = String.valueOf(attributes.get("ct"));
        if (type.equals("text/plain")) {
          item.also(said(attributes.get("text")));
        } else if (!type.equals("application/smil")) {
          var name = name(pull);
          if (!any) {
            item.embedded(name);
          } else if (files.size() < MOST_PARTS) {
            files.add(new Item(pull.tokenAt(), pull.tokenLine()).embedded(name));
          }
          any = true;
        }
      }
    }
    return sender;
  }

  private static @Nullable String name(XmlPull pull) {
    for (var key : new String[] {"cl", "fn", "name", "ct"}) {
      var name = said(pull.attribute(key));
      if (name != null) {
        return name;
      }
    }
    return null;
  }

  /** The application writes the word null for nothing. */
  private static @Nullable String said(@Nullable String value) {
    return value == null || value.equals("null") || value.isEmpty() ? null : value;
  }

  private static @Nullable Long number(@Nullable String digits) {
    try {
      return digits == null || digits.length() > 18 ? null : Long.valueOf(digits);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
