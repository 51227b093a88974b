package org.vigie.imports.forms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.zip.Zips;

/** Documents of LibreOffice (ISO/IEC 26300): what was taken out, paragraphs, pictures. */
record OpenForm() implements ExportForm {

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String MIME = "application/vnd.oasis.opendocument.text";
  private static final String NAMES =
      " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
          + " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
          + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
          + " xmlns:xlink=\"http://www.w3.org/1999/xlink\">";
  private static final String NOTED =
      XML
          + ("<office:document-meta" + NAMES + "<office:meta>")
          + "<meta:initial-creator>Nur</meta:initial-creator>"
          + "<meta:creation-date>2026-01-15T18:04:05</meta:creation-date>"
          + "</office:meta></office:document-meta>";

  private static final String PICTURE =
      "<draw:frame><draw:image xlink:href=\"Pictures/1.png\"/></draw:frame>";

  @Override
  public String group() {
    return "odt";
  }

  @Override
  public String name() {
    return "paragraphs";
  }

  @Override
  public boolean isArchive() {
    return true;
  }

  @Override
  public Document write(RandomGenerator random, int size) {
    var messages = new ArrayList<Written>();
    var takenOut = new ArrayList<Written>();
    var body = new StringBuilder();
    var changes = new StringBuilder();
    for (var one : Invented.texts(random, size)) {
      var way = (messages.size() + takenOut.size() + 2) % 3;
      if (way == 0) {
        takenOut.add(
            new Written(one.at(), one.author(), Kind.DELETED, one.text(), null, List.of()));
        changes.append(change(one));
        continue;
      }
      messages.add(Written.text(null, null, one.text()));
      if (way == 1) {
        messages.add(
            new Written(null, null, Kind.MEDIA, "", "Pictures/1.png", List.of(Flag.EMBEDDED)));
      }
      body.append(paragraph(spaced(one.text()) + (way == 1 ? PICTURE : "")));
    }
    messages.addAll(0, takenOut);
    var noted = "initial-creator=Nur\ncreation-date=2026-01-15T18:04:05";
    messages.add(new Written(null, null, Kind.SYSTEM, noted, null, List.of()));
    return Document.binary(file(changes.toString(), body.toString()), messages);
  }

  private static byte[] file(String changes, String body) {
    var tracked = "<text:tracked-changes>" + changes + "</text:tracked-changes>";
    var content =
        XML
            + ("<office:document-content" + NAMES + "<office:body><office:text>")
            + ((changes.isEmpty() ? "" : tracked) + body)
            + "</office:text></office:body></office:document-content>";
    try {
      return new Zips()
          .stored("mimetype", MIME.getBytes(UTF_8))
          .stored("content.xml", content.getBytes(UTF_8))
          .stored("meta.xml", NOTED.getBytes(UTF_8))
          .bytes();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String change(Written one) {
    return "<text:changed-region><text:deletion><office:change-info><dc:creator>"
        + WordForm.escaped(String.valueOf(one.author()))
        + "</dc:creator><dc:date>"
        + Cells.second(Objects.requireNonNull(one.at()))
        + "</dc:date></office:change-info>"
        + paragraph(spaced(one.text()))
        + "</text:deletion></text:changed-region>";
  }

  private static String paragraph(String content) {
    return "<text:p>" + content + "</text:p>\n";
  }

  private static String spaced(String text) {
    return WordForm.escaped(text).replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>");
  }
}
