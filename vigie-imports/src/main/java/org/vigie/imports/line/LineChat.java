package org.vigie.imports.line;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.DateOrder;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Moment;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;
import org.vigie.imports.tally.WrittenDates;
import org.vigie.imports.text.Lines;

/** The second pass over a chat. */
final class LineChat {

  private static final Pattern BAR = Pattern.compile("|", Pattern.LITERAL);
  private static final Properties PHRASES = phrases();
  private static final List<String> OMITTED = list("omitted");
  private static final List<String> CONTACT = list("contact");
  private static final List<String> LOCATION = list("location");
  private static final List<String> MISSED = list("missed");
  private static final List<String> DELETED = list("deleted");

  private final Lines lines;
  private final Records records;
  private final LineDays days;
  private final DateOrder order;
  private final Times times;
  private final int longest;
  private final WrittenDates clock = new WrittenDates(DateOrder.YMD);
  private @Nullable LocalDate day;
  private String written = "";
  private @Nullable Item open;
  private final StringBuilder words = new StringBuilder();
  private boolean cut;
  private boolean nameless;
  private boolean tabs;
  private boolean blank = true;

  LineChat(Lines lines, Records records, LineDays days, DateOrder order, Times times, int longest) {
    this.lines = lines;
    this.records = records;
    this.days = days;
    this.order = order;
    this.times = times;
    this.longest = longest;
  }

  /** {@code onlyTabs}: whether lines with a blank after a time are words. */
  void read(boolean onlyTabs) throws IOException {
    this.tabs = onlyTabs;
    while (lines.next()) {
      var line = lines.text();
      var afterBlank = blank;
      blank = line.isBlank();
      if (days.is(line, lines.number(), afterBlank)) {
        close();
        records.frame(lines.start());
        day = LineDays.date(line, order);
        written = day == null ? line.strip() : day.toString();
      } else {
        line(line);
      }
    }
    close();
    records.tally().warnIf(nameless, "names stand before words with a blank only; none is given");
    clock.warn(records.tally());
    days.warn(records.tally());
  }

  private void line(String line) throws IOException {
    var head = written.isEmpty() ? null : LineHead.of(line);
    if (head != null && (!tabs || head.tabbed())) {
      close();
      begin(head);
    } else if (open != null) {
      cut |= lines.wasCut() || words.length() + line.length() > longest;
      words.append(cut ? "" : "\n" + line);
    } else if (!written.isEmpty() && !line.isBlank()) {
      records.block(lines.start(), lines.end(), lines.number(), "text without a time");
    }
  }

  private void begin(LineHead head) throws IOException {
    records.frame(lines.start());
    var item = new Item(lines.start(), lines.number());
    item.at(when(head.time(), item));
    open = item;
    cut = lines.wasCut();
    words.setLength(0);
    var rest = head.rest();
    var tab = rest.indexOf('\t');
    if (!head.tabbed()) {
      nameless = true;
      words.append(rest);
    } else if (tab <= 0) {
      item.is(Kind.SYSTEM);
      words.append(rest.strip());
    } else {
      item.by(rest.substring(0, tab));
      words.append(rest, tab + 1, rest.length());
    }
  }

  /** A day that is none leaves its messages without a time. */
  private Moment when(String time, Item item) {
    var whole = written + " " + time;
    if (day == null) {
      return Moment.unknown(whole);
    }
    clock.observe(whole, item.line());
    return WrittenDates.moment(whole, DateOrder.YMD, times, item);
  }

  private void close() throws IOException {
    var item = open;
    open = null;
    if (item == null) {
      return;
    }
    while (!words.isEmpty() && words.charAt(words.length() - 1) == '\n') {
      words.setLength(words.length() - 1);
    }
    var text = unquoted(words.toString());
    item.says(text).flagIf(cut, Flag.CUT);
    if (text.startsWith("☎")) {
      item.is(Kind.CALL).flagIf(MISSED.stream().anyMatch(text::contains), Flag.MISSED);
    } else if (OMITTED.contains(text)) {
      item.omitted();
    } else if (DELETED.stream().anyMatch(text::contains) && item.isSystem()) {
      item.is(Kind.DELETED);
    }
    item.flagIf(CONTACT.contains(text), Flag.CONTACT);
    item.flagIf(LOCATION.stream().anyMatch(text::startsWith), Flag.LOCATION);
    records.add(item);
  }

  /** Words of several lines stand within quotation marks. */
  private static String unquoted(String text) {
    var quoted = text.indexOf('\n') > 0 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
  }

  private static List<String> list(String key) {
    return BAR.splitAsStream(PHRASES.getProperty(key, "")).toList();
  }

  private static Properties phrases() {
    try (var in = LineChat.class.getResourceAsStream("phrases.properties")) {
      if (in == null) {
        throw new IllegalStateException("phrases.properties is not in the jar");
      }
      var all = new Properties();
      all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
