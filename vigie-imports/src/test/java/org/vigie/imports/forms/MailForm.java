package org.vigie.imports.forms;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;

/**
 * Mailboxes.
 *
 * @param coding how bytes of words and names are written
 * @param lineEnd after each line
 */
record MailForm(Coding coding, String lineEnd) implements ExportForm {

  /** How words travel. */
  enum Coding {
    PLAIN,
    QUOTED,
    BASE64
  }

  static List<ExportForm> all() {
    var all = new ArrayList<ExportForm>();
    for (var coding : Coding.values()) {
      all.add(new MailForm(coding, "\n"));
      all.add(new MailForm(coding, "\r\n"));
    }
    return all;
  }

  @Override
  public String group() {
    return "mbox";
  }

  @Override
  public String name() {
    return coding.name().toLowerCase(Locale.ROOT) + (lineEnd.length() == 1 ? "-lf" : "-crlf");
  }

  @Override
  public Document write(RandomGenerator random, int size) {
    var date = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH);
    var messages = new ArrayList<Written>();
    var out = new StringBuilder();
    for (var one : Invented.texts(random, size)) {
      var at = Objects.requireNonNull(one.at()).atOffset(ZoneOffset.UTC);
      var name = String.valueOf(one.author()).replace("\"", "'");
      var headers =
          "From: "
              + word(name)
              + " <a@example.org>\nTo: b@example.org\nDate: "
              + date.format(at)
              + "\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n";
      var author = name + " <a@example.org>";
      out.append("From a@example.org Thu Jan 15 18:04:05 2026\n").append(headers);
      out.append("\n--b\nContent-Type: text/plain; charset=utf-8\n")
          .append(part(coding, one.text()));
      out.append("\n--b\nContent-Type: image/jpeg; name=a.jpg\n\nx\n--b--\n\n");
      messages.add(Written.text(one.at(), author, headers + "\n" + one.text()));
      messages.add(new Written(one.at(), author, Kind.MEDIA, "", "a.jpg", List.of(Flag.EMBEDDED)));
    }
    return new Document(out.toString().replace("\n", lineEnd), messages);
  }

  /** A name as a header writes it. */
  static String word(String name) {
    return "=?utf-8?B?" + base64(name) + "?=";
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What follows the type of a part: how it is written, and the words. */
  static String part(Coding coding, String text) {
    return switch (coding) {
      case PLAIN -> "\n" + text;
      case BASE64 -> "Content-Transfer-Encoding: base64\n\n" + base64(text);
      case QUOTED -> "Content-Transfer-Encoding: quoted-printable\n\n" + quoted(text);
    };
  }

  private static String quoted(String text) {
    var out = new StringBuilder();
    for (var b : text.getBytes(StandardCharsets.UTF_8)) {
      var plain = b == '\n' || (b >= ' ' && b < 0x7F && b != '=');
      out.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "=%02X", b));
    }
    return out.toString();
  }
}
