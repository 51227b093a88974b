package org.vigie.imports.forms;

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
 * Pages that a browser saved as MHTML (RFC 2557).
 *
 * @param coding how the page is written
 * @param lineEnd after each line
 */
record SavedPageForm(Coding coding, String lineEnd) implements ExportForm {

  private static final String ADDRESS = "https://posts.example/officer/77";

  static List<ExportForm> all() {
    var all = new ArrayList<ExportForm>();
    for (var coding : List.of(Coding.QUOTED, Coding.BASE64)) {
      all.add(new SavedPageForm(coding, "\n"));
      all.add(new SavedPageForm(coding, "\r\n"));
    }
    return all;
  }

  @Override
  public String group() {
    return "mhtml";
  }

  @Override
  public String name() {
    return coding.name().toLowerCase(Locale.ROOT) + (lineEnd.length() == 1 ? "-lf" : "-crlf");
  }

  /** One page of several paragraphs, and a picture for each but the first. */
  @Override
  public Document write(RandomGenerator random, int size) {
    var date = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss '-0000'", Locale.ENGLISH);
    var texts = Invented.texts(random, size);
    var at = Objects.requireNonNull(texts.getFirst().at());
    var author = "<Saved by Blink>";
    var headers =
        "From: "
            + author
            + "\nSnapshot-Content-Location: "
            + ADDRESS
            + "\nSubject: =?utf-8?Q?Caf=C3=A9?=\nDate: "
            + date.format(at)
            + "\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype=\"text/html\";\n"
            + "\tboundary=\"----MultipartBoundary--x----\"\n\n";
    var page = new StringBuilder("<!DOCTYPE html><html><style>p {}</style><body>");
    var shown = new ArrayList<String>();
    for (var one : texts) {
      var words = one.text().replaceAll("[\t ]+", " ").replaceAll("(?m)^ | $", "");
      words = words.replaceAll("\n+", "\n");
      shown.add(words);
      words = words.replace("&", "&amp;").replace("<", "&lt;");
      page.append("<p>").append(words.replace("\n", "<br>")).append("</p>\n");
    }
    page.append("<script>p < 1 </script></body></html>");
    var messages = new ArrayList<Written>();
    messages.add(Written.text(at, author, headers + String.join("\n", shown)));
    var out = new StringBuilder(headers);
    begin(out, "text/html", ADDRESS).append(MailForm.part(coding, page.toString()));
    for (var i = 1; i < size; i++) {
      var picture = "https://posts.example/" + i + ".png";
      begin(out, "image/png", picture).append("Content-Transfer-Encoding: base64\n\nQUJD");
      messages.add(new Written(at, author, Kind.MEDIA, "", picture, List.of(Flag.EMBEDDED)));
    }
    out.append("\n------MultipartBoundary--x------\n");
    return new Document(out.toString().replace("\n", lineEnd), messages);
  }

  private static StringBuilder begin(StringBuilder out, String type, String address) {
    out.append("\n------MultipartBoundary--x----\nContent-Type: ").append(type);
    return out.append("\nContent-Location: ").append(address).append('\n');
  }
}
