package org.vigie.imports.forms;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;

/**
 * Backups of text messages in XML.
 *
 * @param lines whether each record stands on a line of its own
 */
record SmsForm(boolean lines) implements ExportForm {

  private static final String NUMBER = "+33 6 39 98 00 01";

  static List<ExportForm> all() {
    return List.of(new SmsForm(true), new SmsForm(false));
  }

  @Override
  public String group() {
    return "sms-xml";
  }

  @Override
  public String name() {
    return lines ? "lines" : "one-line";
  }

  @Override
  public Document write(RandomGenerator random, int size) {
    var between = lines ? "\n  " : "";
    var messages = new ArrayList<Written>();
    var out = new StringBuilder("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n");
    out.append("<smses count=\"").append(size).append("\">");
    for (var one : Invented.texts(random, size)) {
      var at = Objects.requireNonNull(one.at());
      out.append(between);
      switch (random.nextInt(4)) {
        case 0 -> {
          messages.add(Written.text(at, null, one.text()).flagged(Flag.OUTGOING));
          sms(out, at, "2", one.text());
        }
        case 1 -> {
          messages.add(Written.text(at, null, one.text()).flagged(Flag.OUTGOING, Flag.UNSENT));
          sms(out, at, "5", one.text());
        }
        case 2 -> {
          messages.add(picture(at, one.text(), "a.jpg"));
          messages.add(picture(at, "", "b.png"));
          mms(out, at, one.text());
        }
        default -> {
          messages.add(Written.text(at, NUMBER, one.text()));
          sms(out, at, "1", one.text());
        }
      }
    }
    return new Document(out.append("\n</smses>\n").toString(), messages);
  }

  private static Written picture(@Nullable LocalDateTime at, String text, String name) {
    return new Written(at, NUMBER, Kind.MEDIA, text, name, List.of(Flag.EMBEDDED));
  }

  private static void sms(StringBuilder out, LocalDateTime at, String type, String text) {
    out.append("<sms protocol=\"0\" address=\"").append(NUMBER).append("\" date=\"");
    out.append(at.toEpochSecond(ZoneOffset.UTC)).append("123\" type=\"").append(type);
    out.append("\" subject=\"null\" body=\"").append(attribute(text));
    out.append("\" read=\"1\" contact_name=\"(Unknown)\" />");
  }

  private static void mms(StringBuilder out, LocalDateTime at, String text) {
    out.append("<mms date=\"").append(at.toEpochSecond(ZoneOffset.UTC)).append("000\"");
    out.append(" msg_box=\"1\" address=\"").append(NUMBER).append("\" m_type=\"132\"><parts>");
    out.append("<part seq=\"-1\" ct=\"application/smil\" text=\"&lt;smil/&gt;\" />");
    out.append("<part seq=\"0\" ct=\"text/plain\" text=\"").append(attribute(text)).append("\"/>");
    out.append("<part seq=\"0\" ct=\"image/jpeg\" cl=\"a.jpg\" data=\"QUJD\" />");
    out.append("<part seq=\"0\" ct=\"image/png\" cl=\"b.png\" data=\"QUJD\" /></parts>");
    out.append("<addrs><addr address=\"").append(NUMBER).append("\" type=\"137\"/></addrs></mms>");
  }

  private static String attribute(String text) {
    var out = new StringBuilder();
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c < 0x20 || c == '"' || c == '<' || c == '&' || Character.isSurrogate(c)) {
        out.append("&#").append((int) c).append(';');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
