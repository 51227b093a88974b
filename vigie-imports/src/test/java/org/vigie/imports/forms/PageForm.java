package org.vigie.imports.forms;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * {@code messages.html} of Telegram Desktop.
 *
 * @param zone whether times name their zone
 */
record PageForm(boolean zone) implements ExportForm {

  static List<ExportForm> all() {
    return List.of(new PageForm(true), new PageForm(false));
  }

  @Override
  public String group() {
    return "telegram-html";
  }

  @Override
  public String name() {
    return zone ? "zone" : "no-zone";
  }

  @Override
  public Document write(RandomGenerator random, int size) {
    var stamp = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.ROOT);
    var messages = new ArrayList<Written>();
    var out =
        new StringBuilder(
            "<!DOCTYPE html>\n<html>\n<head>\n<title>Exported Data</title>\n"
                + "<link href=\"css/style.css\" rel=\"stylesheet\"/>\n</head>\n<body>\n"
                + "<div class=\"page_wrap\"><div class=\"page_body chat_page\">"
                + "<div class=\"history\">\n");
    for (var one : Invented.texts(random, size)) {
      var text = one.text().replaceAll("[\t ]+", " ").replaceAll("(?m)^ | $", "");
      messages.add(Written.text(one.at(), one.author(), text));
      var at = stamp.format(Objects.requireNonNull(one.at())) + (zone ? " UTC+02:00" : "");
      out.append("<div class=\"message default clearfix\" id=\"message7\"><div class=\"body\">\n");
      out.append("<div class=\"pull_right date details\" title=\"").append(at).append("\">\n");
      out.append("x\n</div>\n<div class=\"from_name\">\n");
      out.append(escaped(String.valueOf(one.author()))).append(" \n</div>\n");
      out.append("<div class=\"text\">\n").append(escaped(text).replace("\n", "<br>"));
      out.append("\n</div></div></div>\n");
    }
    return new Document(out.append("</div></div></div></body></html>\n").toString(), messages);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
