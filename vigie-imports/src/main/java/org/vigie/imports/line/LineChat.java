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
import org.vigie.imports.Precision;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;
import org.vigie.imports.tally.WrittenDates;
import org.vigie.imports.text.Lines;

/** The second pass over a chat. */
final class LineChat {

  private static final Pattern BAR = Pattern.compile("|", Pattern.LITERAL);
  private static final Pattern HEAD =
      Pattern.compile(
          "((?:上午|下午|午前|午後|오전|오후)? ?\\d{1,2}:\\d{2}(?: ?[AaPp]\\.?[Mm]\\.?)?)([\\t ])(.*)");
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
  private @Nullable LocalDate day;
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

  /** Whether a line is a head with a tab; then those with a blank are words. */
  static boolean hasTabs(String line) {
    var head = HEAD.matcher(line);
    return head.matches() && head.group(2).equals("\t");
  }

  void read(boolean onlyTabs) throws IOException {
    this.tabs = onlyTabs;
    while (lines.next()) {
      var line = lines.text();
      var afterBlank = blank;
      blank = line.isBlank();
      if (days.is(line, afterBlank)) {
        close();
        records.frame(lines.start());
        day = LineDays.date(line, order);
      } else {
        line(line);
      }
    }
    close();
    records.tally().warnIf(nameless, "names stand before words with a blank only; none is given");
  }

  private void line(String line) throws IOException {
    var head = HEAD.matcher(line);
    if (day != null && head.matches() && (!tabs || head.group(2).equals("\t"))) {
      close();
      begin(head.group(1), head.group(2).charAt(0), head.group(3));
    } else if (open != null) {
      cut |= lines.wasCut() || words.length() + line.length() > longest;
      words.append(cut ? "" : "\n" + line);
    } else if (day != null && !line.isBlank()) {
      records.block(lines.start(), lines.end(), lines.number(), "text without a time");
    }
  }

  private void begin(String time, char separator, String rest) throws IOException {
    records.frame(lines.start());
    var item = new Item(lines.start(), lines.number());
    item.at(when(time, item));
    open = item;
    cut = lines.wasCut();
    words.setLength(0);
    var tab = rest.indexOf('\t');
    if (separator == ' ') {
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

  private Moment when(String time, Item item) {
    var written = day + " " + time;
    var local = WrittenDates.parse(written, DateOrder.YMD);
    return local == null
        ? Moment.unknown(written)
        : times.local(local, written, Precision.MINUTE, item);
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
