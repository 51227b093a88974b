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

/**
 * Documents of Word (ECMA-376): paragraphs, changes, pictures, comments, what it noted. Parts are
 * read in the order of their names, so what it noted comes first, then comments.
 */
record WordForm() implements ExportForm {

  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String WORD =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\">";
  private static final String TYPES =
      XML
          + ("<Types xmlns=\"" + PACKAGE + "content-types\">")
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
          + "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
          + "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
  private static final String RELATIONSHIPS =
      XML
          + ("<Relationships xmlns=\"" + PACKAGE + "relationships\">")
          + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
          + "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
  private static final String NOTED =
      XML
          + ("<cp:coreProperties xmlns:cp=\"" + PACKAGE + "metadata/core-properties\"")
          + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
          + " xmlns:dcterms=\"http://purl.org/dc/terms/\">"
          + "<dc:creator>Nur</dc:creator><dcterms:created>2026-01-15T18:04:05Z</dcterms:created>"
          + "</cp:coreProperties>";

  private static final String PICTURE =
      "<w:r><w:drawing><wp:docPr id=\"1\" name=\"x\" descr=\"the letter\"/></w:drawing></w:r>";

  @Override
  public String group() {
    return "docx";
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
    var said = new ArrayList<Written>();
    var body = new StringBuilder();
    var comments = new StringBuilder();
    for (var one : Invented.texts(random, size)) {
      var way = (messages.size() + said.size() + 4) % 5;
      if (way == 0) {
        said.add(one);
        comments.append(comment(one));
      } else {
        paragraph(way, one.text(), body, messages);
      }
    }
    messages.addAll(0, said);
    messages.addFirst(
        new Written(
            null, null, Kind.SYSTEM, "creator=Nur\ncreated=2026-01-15T18:04:05Z", null, List.of()));
    return Document.binary(file(body.toString(), comments.toString()), messages);
  }

  private static void paragraph(int way, String text, StringBuilder body, List<Written> messages) {
    var words = Written.text(null, null, text);
    messages.add(way == 2 ? words.flagged(Flag.EDITED) : words);
    switch (way) {
      case 1 -> {
        messages.add(new Written(null, null, Kind.MEDIA, "", "the letter", List.of(Flag.EMBEDDED)));
        body.append(paragraph(run(text) + PICTURE));
      }
      case 2 -> body.append(paragraph("<w:ins w:author=\"B\">" + run(text) + "</w:ins>"));
      case 3 -> {
        body.append("<w:tbl><w:tr><w:tc>").append(paragraph(run(text)));
        body.append("</w:tc></w:tr></w:tbl>");
      }
      default -> body.append(paragraph(run(text)));
    }
  }

  private static byte[] file(String body, String comments) {
    try {
      var zip =
          new Zips()
              .stored("[Content_Types].xml", TYPES.getBytes(UTF_8))
              .stored("_rels/.rels", RELATIONSHIPS.getBytes(UTF_8))
              .stored("word/document.xml", part("document", "<w:body>" + body + "</w:body>"));
      if (!comments.isEmpty()) {
        zip.stored("word/comments.xml", part("comments", comments));
      }
      return zip.stored("docProps/core.xml", NOTED.getBytes(UTF_8)).bytes();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] part(String name, String content) {
    return (XML + "<w:" + name + WORD + content + "</w:" + name + ">").getBytes(UTF_8);
  }

  private static String comment(Written one) {
    return "<w:comment w:id=\"0\" w:author=\""
        + escaped(String.valueOf(one.author()))
        + "\" w:date=\""
        + Cells.second(Objects.requireNonNull(one.at()))
        + "Z\">"
        + paragraph(run(one.text()))
        + "</w:comment>";
  }

  private static String paragraph(String runs) {
    return "<w:p>" + runs + "</w:p>";
  }

  private static String run(String text) {
    var open = "<w:t xml:space=\"preserve\">";
    var words = escaped(text).replace("\n", "</w:t><w:br/>" + open);
    return "<w:r>" + open + words.replace("\t", "</w:t><w:tab/>" + open) + "</w:t></w:r>";
  }

  /** Text as XML. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
