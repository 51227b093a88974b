package org.vigie.imports.forms;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.vigie.imports.Flag;
import org.vigie.imports.ReadOptions;

/**
 * Contact cards.
 *
 * @param version of the format
 * @param charset of the file
 */
record CardForm(String version, Charset charset) implements ExportForm {

  static List<ExportForm> all() {
    var all = new ArrayList<ExportForm>();
    for (var version : List.of("2.1", "3.0", "4.0")) {
      all.add(new CardForm(version, StandardCharsets.UTF_8));
      all.add(new CardForm(version, StandardCharsets.UTF_16LE));
    }
    return all;
  }

  @Override
  public String group() {
    return "vcard";
  }

  @Override
  public String name() {
    return version.replace(".", "-") + (charset.equals(StandardCharsets.UTF_8) ? "" : "-utf16");
  }

  @Override
  public Document write(RandomGenerator random, int size) {
    var messages = new ArrayList<Written>();
    var out = new StringBuilder(charset.equals(StandardCharsets.UTF_8) ? "" : "\uFEFF");
    for (var one : Invented.texts(random, size)) {
      var lines = "FN:" + one.author() + "\nTEL;TYPE=CELL:+1 555 0100";
      messages.add(Written.text(null, null, lines).flagged(Flag.CONTACT));
      out.append("BEGIN:VCARD\r\nVERSION:").append(version).append("\r\n");
      out.append(lines.replace("\n", "\r\n")).append("\r\nEND:VCARD\r\n");
    }
    return new Document(out.toString(), charset, ReadOptions.NONE, messages);
  }
}
