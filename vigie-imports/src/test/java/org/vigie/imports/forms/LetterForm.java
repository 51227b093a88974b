package org.vigie.imports.forms;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.forms.MailForm.Coding;

/**
 * Single mails, with attachments.
 *
 * @param coding how bytes of words and names are written
 * @param lineEnd after each line
 */
record LetterForm(Coding coding, String lineEnd) implements ExportForm {

  static List<ExportForm> all() {
    var all = new ArrayList<ExportForm>();
    for (var coding : Coding.values()) {
      all.add(new LetterForm(coding, "\n"));
      all.add(new LetterForm(coding, "\r\n"));
    }
    return all;
  }

  @Override
  public String group() {
    return "eml";
  }

  @Override
  public String name() {
    return coding.name().toLowerCase(Locale.ROOT) + (lineEnd.length() == 1 ? "-lf" : "-crlf");
  }

  /** One message, and an attachment for each further one. */
  @Override
  public Document write(RandomGenerator random, int size) {
    var date = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    var one = Invented.texts(random, 1).getFirst();
    var at = Objects.requireNonNull(one.at()).atOffset(ZoneOffset.ofHours(random.nextInt(-11, 12)));
    var name = String.valueOf(one.author()).replace("\"", "'");
    var headers =
        "Received: from a.example by b.example;\n Thu, 15 Jan 2026 18:04:06 +0100\nFrom: "
            + MailForm.word(name)
            + " <a@example.org>\nTo: b@example.org\nSubject: "
            + MailForm.word("où?")
            + "\nDate: "
            + date.format(at)
            + "\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/mixed; boundary=\"b\"\n";
    var author = name + " <a@example.org>";
    var messages = new ArrayList<Written>();
    messages.add(Written.text(one.at(), author, headers + "\n" + one.text()));
    var out = new StringBuilder(headers);
    out.append("\n--b\nContent-Type: text/plain; charset=utf-8\n");
    out.append(MailForm.part(coding, one.text()));
    for (var i = 1; i < size; i++) {
      var file = i + ".jpg";
      out.append("\n--b\nContent-Type: image/jpeg\nContent-Disposition: attachment; filename=\"");
      out.append(file).append("\"\nContent-Transfer-Encoding: base64\n\nQUJD");
      messages.add(new Written(one.at(), author, Kind.MEDIA, "", file, List.of(Flag.EMBEDDED)));
    }
    return new Document(out.append("\n--b--\n").toString().replace("\n", lineEnd), messages);
  }
}
