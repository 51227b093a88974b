package org.vigie.imports.telegram;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.DateOrder;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Moment;
import org.vigie.imports.Precision;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;
import org.vigie.imports.tally.WrittenDates;
import org.vigie.imports.xml.MalformedXml;
import org.vigie.imports.xml.XmlPull;
import org.vigie.imports.xml.XmlPull.Token;

/** Goes over one page: blocks of class {@code message}, whose pieces have classes too. */
final class TelegramPage {

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern OFFSET = Pattern.compile("UTC([+-]\\d{2}:\\d{2})$");

  /** The program that helped to write, named after whoever wrote. */
  private static final Pattern VIA = Pattern.compile(" via @\\w{3,32}$");

  private static final int NOT_IN = 0;

  private final XmlPull pull;
  private final Records records;
  private final Times times;
  private @Nullable Item item;
  private int itemDepth = NOT_IN;
  private int forwardDepth = NOT_IN;
  private int captureDepth = NOT_IN;
  private String captured = "";
  private final StringBuilder words = new StringBuilder();
  private @Nullable String lastAuthor;
  private @Nullable String author;
  private @Nullable String href;
  private int linkAt;
  private boolean media;
  private boolean service;

  TelegramPage(XmlPull pull, Records records, Times times) {
    this.pull = pull;
    this.records = records;
    this.times = times;
  }

  void read() throws IOException, MalformedXml {
    for (var token = pull.next(); token != Token.DONE; token = pull.next()) {
      switch (token) {
        case START -> start();
        case END -> end();
        case TEXT -> words();
        case OTHER -> {}
        case DONE -> throw new IllegalStateException();
      }
    }
    finish();
  }

  private static Set<String> classes(XmlPull pull) {
    var names = pull.attribute("class");
    return names == null ? Set.of() : Set.copyOf(BLANKS.splitAsStream(names).distinct().toList());
  }

  private void start() throws IOException {
    var classes = classes(pull);
    if (item == null) {
      if (classes.contains("message") && pull.name().equals("div")) {
        begin(classes);
      }
      return;
    }
    if (pull.name().equals("br") && captureDepth != NOT_IN) {
      words.append('\n');
    } else if (pull.name().equals("a")) {
      link(classes);
    } else if (classes.contains("date") && pull.attribute("title") != null) {
      // What was forwarded bears the date of its own first message, too.
      if (forwardDepth == NOT_IN) {
        item.at(when(String.valueOf(pull.attribute("title"))));
      }
    } else if (classes.contains("forwarded")) {
      forwardDepth = pull.depth();
      item.flag(Flag.FORWARDED);
    } else if (captureDepth == NOT_IN) {
      piece(classes);
    }
  }

  private void begin(Set<String> classes) throws IOException {
    records.frame(pull.tokenAt());
    pull.forget();
    item = new Item(pull.tokenAt(), pull.tokenLine());
    itemDepth = pull.depth();
    service = classes.contains("service");
    author = classes.contains("joined") ? lastAuthor : null;
    media = false;
  }

  /** Pieces whose characters count. */
  private void piece(Set<String> classes) {
    var kinds =
        new String[] {"from_name", "text", "title", "status", "description", "question", "answer"};
    for (var kind : kinds) {
      if (classes.contains(kind)) {
        capture(kind);
        return;
      }
    }
    if (service && classes.contains("body")) {
      capture("service");
    }
    var one = item;
    if (one != null && classes.contains("media")) {
      media = true;
      one.flagIf(classes.contains("media_contact"), Flag.CONTACT);
      one.flagIf(classes.contains("media_location"), Flag.LOCATION);
      one.flagIf(classes.contains("media_poll"), Flag.POLL);
      if (classes.contains("media_call")) {
        one.is(Kind.CALL);
      }
    }
  }

  private void capture(String kind) {
    captured = kind;
    captureDepth = pull.depth();
    words.setLength(0);
  }

  private void link(Set<String> classes) {
    var one = item;
    var to = pull.attribute("href");
    if (one == null || to == null) {
      return;
    }
    if (captured.equals("text") && captureDepth != NOT_IN) {
      href = to;
      linkAt = words.length();
    } else if (classes.contains("media_location")) {
      one.also(to).flag(Flag.LOCATION);
      media = true;
    } else if (!to.isEmpty() && !to.startsWith("#") && one.isWithoutFile() && isFile(classes)) {
      one.file(to);
    }
  }

  private static boolean isFile(Set<String> classes) {
    return classes.contains("media") || classes.stream().anyMatch(name -> name.endsWith("_wrap"));
  }

  private void words() {
    if (captureDepth == NOT_IN) {
      return;
    }
    var text = BLANKS.matcher(pull.text().replace('\u00A0', '\u0001')).replaceAll(" ");
    text = text.replace('\u0001', '\u00A0');
    words.append(
        words.isEmpty() || words.charAt(words.length() - 1) == '\n' ? text.stripLeading() : text);
  }

  private void end() throws IOException {
    var one = item;
    if (one == null) {
      return;
    }
    if (pull.name().equals("a") && href != null) {
      var shown = words.substring(Math.min(linkAt, words.length())).strip();
      one.flagIf(!href.isEmpty() && !href.contains(shown), Flag.HIDDEN_LINK);
      href = null;
    }
    if (pull.depth() < captureDepth) {
      captureDepth = NOT_IN;
      take(one, words.toString().strip());
    }
    if (pull.depth() < forwardDepth) {
      forwardDepth = NOT_IN;
    }
    if (pull.depth() < itemDepth) {
      finish();
    }
  }

  private void take(Item one, String text) {
    switch (captured) {
      case "from_name" -> {
        if (forwardDepth == NOT_IN) {
          author = VIA.matcher(text).replaceFirst("");
        }
      }
      case "service" -> one.is(Kind.SYSTEM).also(text);
      case "answer" -> one.also("- " + text);
      default -> one.also(text);
    }
    captured = "";
  }

  private void finish() throws IOException {
    var one = item;
    item = null;
    itemDepth = NOT_IN;
    forwardDepth = NOT_IN;
    captureDepth = NOT_IN;
    href = null;
    if (one == null) {
      return;
    }
    if (!service) {
      lastAuthor = author;
      one.by(author);
      var nothing = one.isWithoutFile() && !one.isCall();
      if (media
          && nothing
          && !one.has(Flag.CONTACT)
          && !one.has(Flag.LOCATION)
          && !one.has(Flag.POLL)) {
        one.omitted();
      }
    }
    one.flagIf(pull.wasMalformed(), Flag.MALFORMED_TEXT).flagIf(pull.wasCut(), Flag.CUT);
    records.add(one);
  }

  /** {@code 15.01.2026 18:04:05 UTC+01:00}, older ones without the offset. */
  private Moment when(String title) {
    var found = OFFSET.matcher(title);
    var offset = found.find() ? found.group(1) : null;
    var written = offset == null ? title : title.substring(0, found.start());
    var local = WrittenDates.parse(written, DateOrder.DMY);
    if (local == null) {
      return Moment.unknown(title);
    }
    try {
      return offset == null
          ? times.local(local, title, Precision.SECOND, item == null ? new Item(0, 1) : item)
          : new Moment(local, ZoneOffset.of(offset), title, Precision.SECOND);
    } catch (DateTimeException impossible) {
      return Moment.unknown(title);
    }
  }
}
