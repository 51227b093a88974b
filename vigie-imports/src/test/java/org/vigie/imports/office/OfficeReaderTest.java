package org.vigie.imports.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;
import org.vigie.imports.Words;
import org.vigie.imports.zip.Zips;
import org.vigie.testkit.Trials;

class OfficeReaderTest {

  private static final String WORD =
      "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/"
          + "wordprocessingml/2006/main\"><w:body>%s<w:sectPr/></w:body></w:document>";
  private static final String OPEN =
      "<?xml version=\"1.0\"?><office:document-content"
          + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">"
          + "<office:body><office:text>%s</office:text></office:body></office:document-content>";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Zips word(String body) throws Exception {
    return new Zips()
        .deflated("[Content_Types].xml", utf8("<Types/>"))
        .deflated("word/document.xml", utf8(WORD.replace("%s", body)));
  }

  private static Zips open(String body) throws Exception {
    return new Zips()
        .stored("mimetype", utf8("application/vnd.oasis.opendocument.text"))
        .deflated("content.xml", utf8(OPEN.replace("%s", body)));
  }

  private static Reads read(Zips zip) throws Exception {
    return Reads.bytes(zip.bytes(), ReadOptions.NONE);
  }

  private static List<String> texts(Reads read) {
    return read.messages().stream().map(Message::text).toList();
  }

  @Test
  void reads_a_word_document_paragraph_by_paragraph() throws Exception {
    var body =
        "<w:p><w:r><w:t>I was </w:t></w:r><w:r><w:t"
            + " xml:space=\"preserve\">called.</w:t></w:r></w:p>"
            + "<w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/>"
            + "<w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    var read = read(word(body));
    assertThat(texts(read)).containsExactly("I was called.", "a\tb\nc");
    assertThat(read.messages().get(1).line()).isEqualTo(3);
    assertThat(read.messages().getFirst().when().local()).isNull();
    assertThat(read.report().format()).isEqualTo("docx");
    assertThat(read.report().source()).isEqualTo("word/document.xml");
    assertThat(read.report().bytesUnparsed()).isZero();
  }

  @Test
  void says_what_was_changed_and_who_commented() throws Exception {
    var body =
        "<w:p><w:r><w:t>stays</w:t></w:r><w:del w:author=\"B\"><w:r><w:delText>gone</w:delText>"
            + "</w:r></w:del></w:p>";
    var comments =
        "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:comment w:id=\"0\" w:author=\"Élodie\" w:date=\"2026-01-15T18:04:05Z\">"
            + "<w:p><w:r><w:t>true?</w:t></w:r></w:p></w:comment></w:comments>";
    var read = read(word(body).deflated("word/comments.xml", utf8(comments)));
    var comment = read.messages().getFirst();
    assertThat(comment.author()).isEqualTo("Élodie");
    assertThat(comment.when().local()).isEqualTo(LocalDateTime.of(2026, 1, 15, 18, 4, 5));
    assertThat(comment.when().offset()).isNull();
    assertThat(comment.when().raw()).isEqualTo("2026-01-15T18:04:05Z");
    var changed = read.messages().get(1);
    assertThat(changed.text()).isEqualTo("stays");
    assertThat(changed.flags()).containsExactly(Flag.EDITED);
    assertThat(read.report().warnings()).anyMatch(w -> w.contains("1 passages are marked"));
  }

  @Test
  void names_pictures_and_what_the_program_noted() throws Exception {
    var body =
        "<w:p><w:r><w:drawing><wp:docPr id=\"1\" name=\"Picture 1\" descr=\"the letter\"/>"
            + "</w:drawing></w:r></w:p>";
    var core =
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
            + "core-properties\"><dc:creator>Nur</dc:creator>"
            + "<dcterms:created>2026-01-15T18:04:05Z</dcterms:created></cp:coreProperties>";
    var read = read(word(body).deflated("docProps/core.xml", utf8(core)));
    assertThat(texts(read)).containsExactly("creator=Nur\ncreated=2026-01-15T18:04:05Z", "");
    assertThat(read.messages().getFirst().kind()).isEqualTo(Kind.SYSTEM);
    assertThat(read.messages().get(1).media()).isEqualTo("the letter");
    assertThat(read.report().format()).isEqualTo("docx");
  }

  @Test
  void reads_an_open_document() throws Exception {
    var body =
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
            + "<dc:creator>B</dc:creator><dc:date>2026-01-15T18:04:05</dc:date></office:change-info>"
            + "<text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:h>Head</text:h><text:p>one<text:s"
            + " text:c=\"2\"/><text:span>two</text:span>\n"
            + " three<text:line-break/>four<text:tab/></text:p><text:p/>";
    var read = read(open(body));
    assertThat(texts(read)).containsExactly("gone", "Head", "one  two three\nfour");
    assertThat(read.messages().getFirst().kind()).isEqualTo(Kind.DELETED);
    assertThat(read.messages().getFirst().author()).isEqualTo("B");
    assertThat(read.messages().get(1).author()).isNull();
    assertThat(read.report().format()).isEqualTo("odt");
  }

  @Test
  void leaves_documents_that_came_with_a_chat() throws Exception {
    var chat = utf8("[15/01/2026, 18:04:05] A: \u200E<attached: letter.docx>\n");
    var zip = new Zips().deflated("_chat.txt", chat).stored("letter.docx", word("<w:p/>").bytes());
    assertThat(read(zip).only().media()).isEqualTo("letter.docx");
  }

  @Test
  void lists_what_is_damaged() throws Exception {
    var broken = "<w:p><w:r><w:t>one</w:t></w:r></w:p><w:p><w:r></w:p>";
    var read = read(word(broken));
    assertThat(texts(read)).containsExactly("one");
    assertThat(read.report().bytesUnparsed()).isPositive();
  }

  @Test
  void reads_back_what_was_written() {
    Trials.forAll(
        15,
        (random, size) -> {
          var word = new StringBuilder();
          var open = new StringBuilder();
          var written = new ArrayList<String>();
          for (var i = 0; i < size; i++) {
            var text = Words.text(random).replaceAll("\\s+", " ");
            var escaped = text.replace("&", "&amp;").replace("<", "&lt;");
            word.append("<w:p><w:r><w:t>").append(escaped).append("</w:t></w:r></w:p>");
            open.append("<text:p>").append(escaped).append("</text:p>\n");
            written.add(text);
          }
          assertThat(texts(read(word(word.toString())))).isEqualTo(written);
          assertThat(texts(read(open(open.toString())))).isEqualTo(written);
        });
  }
}
