package org.vigie.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.vigie.imports.pdf.PdfText;
import org.vigie.kernel.Language;

class TypesetterTest {

  private final Typesetter typesetter = new Typesetter();

  @Test
  void every_script_on_one_page_conforms_to_PDF_A_3a_and_PDF_UA_1() throws Exception {
    var pdf = typesetter.typeset(Samples.scripts());
    Conformance.check(pdf);
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
    }
  }

  @Test
  void every_kind_of_block_conforms_to_PDF_A_3a_and_PDF_UA_1() throws Exception {
    Conformance.check(typesetter.typeset(Samples.blocks()));
  }

  @Test
  void what_is_spoken_equals_what_was_written() throws Exception {
    var spoken = squeezed(PdfText.spoken(typesetter.typeset(Samples.scripts())));
    for (var block : Samples.scripts().blocks()) {
      var words =
          switch (block) {
            case Block.Heading heading -> heading.text().words();
            case Block.Paragraph paragraph -> paragraph.text().words();
            default -> "";
          };
      assertThat(spoken).contains(squeezed(words));
    }
  }

  @Test
  void lines_of_a_paragraph_are_spoken_as_one() throws Exception {
    var spoken = PdfText.spoken(typesetter.typeset(Samples.scripts()));
    Samples.SENTENCES.values().forEach(words -> assertThat(spoken.lines()).contains(words));
  }

  @Test
  void every_cell_and_item_over_several_pages_is_spoken() throws Exception {
    var pdf = typesetter.typeset(Samples.blocks());
    var spoken = squeezed(PdfText.spoken(pdf));
    for (var block : Samples.blocks().blocks()) {
      if (block instanceof Block.Table table) {
        table.rows().forEach(r -> r.forEach(c -> assertThat(spoken).contains(squeezed(c.words()))));
      }
      if (block instanceof Block.Items items) {
        items.items().forEach(i -> assertThat(spoken).contains(squeezed(i.words())));
      }
    }
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(3);
      // Spoken once, shown on every page the table reaches.
      assertThat(spoken).containsOnlyOnce("SHA-256");
      assertThat(new PDFTextStripper().getText(document).split("SHA-256", -1).length)
          .isGreaterThan(3);
    }
  }

  @Test
  void the_same_document_gives_the_same_bytes() throws Exception {
    assertThat(typesetter.typeset(Samples.blocks()))
        .isEqualTo(new Typesetter().typeset(Samples.blocks()));
  }

  @Test
  void another_document_has_another_identifier() throws Exception {
    try (var one = Loader.loadPDF(typesetter.typeset(Samples.blocks()));
        var other = Loader.loadPDF(typesetter.typeset(Samples.scripts()))) {
      assertThat(one.getDocument().getDocumentID())
          .isNotEqualTo(other.getDocument().getDocumentID());
    }
  }

  @Test
  void names_neither_the_machine_nor_the_program() throws Exception {
    var pdf = typesetter.typeset(Samples.blocks());
    try (var document = Loader.loadPDF(pdf)) {
      var information = document.getDocumentInformation();
      assertThat(information.getMetadataKeys())
          .containsExactlyInAnyOrder("Title", "CreationDate", "ModDate");
    }
    for (var reading : PdfText.readings(pdf)) {
      assertThat(new String(reading, StandardCharsets.ISO_8859_1))
          .doesNotContain("PDFBox", "Java", System.getProperty("java.io.tmpdir"));
    }
  }

  @Test
  void a_number_reads_left_to_right_on_one_line_inside_right_to_left_text() throws Exception {
    var document =
        Document.titled("t", Language.UG, Samples.DATE)
            .add(
                new Block.Paragraph(
                    Text.of(
                        Language.UG,
                        Run.of(
                            "بارلىق ئىنسانلار تۇغۇلۇشىدىنلا ئەركىن، ئىززەت-ھۆرمەت ۋە ھوقۇقتا"
                                + " باپباراۋەر "),
                        Run.number(Samples.NUMBER),
                        Run.of(" كەلدى."))))
            .build();
    var digits = positions(typesetter.typeset(document), Samples.NUMBER.replace(" ", ""));
    for (var i = 1; i < digits.size(); i++) {
      assertThat(digits.get(i).getX()).isGreaterThan(digits.get(i - 1).getX());
      assertThat(digits.get(i).getY()).isEqualTo(digits.get(i - 1).getY());
    }
  }

  @Test
  void controls_of_one_run_do_not_turn_the_next_one_round() {
    var hostile = new Text("en", Direction.LTR, List.of(Run.of("a\u202E"), Run.of("bc")));
    var line = Lines.breakInto(hostile, 10, false, 500).lines().getFirst();
    var lefts = line.clusters().stream().filter(c -> !c.glyphs().isEmpty()).map(Line.Cluster::left);
    assertThat(lefts.toList()).isSorted().hasSize(3);
  }

  @Test
  void a_character_without_a_glyph_is_spelled_by_number_and_read_as_itself() throws Exception {
    var document = Document.titled("t", Language.EN, Samples.DATE).paragraph("so 😀 it").build();
    var pdf = typesetter.typeset(document);
    Conformance.check(pdf);
    assertThat(PdfText.spoken(pdf)).contains("so 😀 it");
  }

  @Test
  void carries_attached_files_unchanged() throws Exception {
    try (var document = Loader.loadPDF(typesetter.typeset(Samples.blocks()))) {
      var files = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
      assertThat(files).containsOnlyKeys("source.json");
      assertThat(Objects.requireNonNull(files.get("source.json")).getEmbeddedFile().toByteArray())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("{\"a\":1}");
    }
  }

  @Test
  void odd_titles_and_empty_blocks_conform_too() throws Exception {
    var document =
        Document.titled("a\u0000b\uD800 <&> \u202Ec", Language.EN, Samples.DATE)
            .heading(1, "")
            .paragraph("")
            .paragraph("\u0007\uD800 \u202E\u2069\n\t")
            .add(Block.Items.bullets(List.of()))
            .add(new Block.KeyValues(List.of()))
            .build();
    Conformance.check(typesetter.typeset(document));
  }

  @Test
  void S_87_a_picture_brings_its_pixels_and_nothing_else() throws Exception {
    var jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
    var plain = jpeg.toByteArray();
    var comment = "taken at home".getBytes(StandardCharsets.US_ASCII);
    var file = ByteBuffer.allocate(plain.length + 4 + comment.length);
    file.put(plain, 0, 2).putShort((short) 0xFFFE).putShort((short) (2 + comment.length));
    file.put(comment).put(plain, 2, plain.length - 2);
    var document =
        Document.titled("t", Language.EN, Samples.DATE)
            .add(new Block.Figure(Picture.of(file.array()), Samples.english("black"), null))
            .build();
    var pdf = typesetter.typeset(document);
    Conformance.check(pdf);
    try (var read = Loader.loadPDF(pdf)) {
      var resources = read.getPage(0).getResources();
      var name = resources.getXObjectNames().iterator().next();
      var image = resources.getXObject(name).getCOSObject();
      try (var raw = image.createRawInputStream()) {
        assertThat(new String(raw.readAllBytes(), StandardCharsets.ISO_8859_1))
            .doesNotContain("taken at home");
      }
    }
  }

  /** Where the characters of {@code wanted} are, found in any order of reading. */
  private static List<TextPosition> positions(byte[] pdf, String wanted) throws IOException {
    var found = new ArrayList<TextPosition>();
    var stripper =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition text) {
            if (found.size() < wanted.length()
                && text.getUnicode().equals(wanted.substring(found.size(), found.size() + 1))) {
              found.add(text);
            }
          }
        };
    try (var document = Loader.loadPDF(pdf)) {
      stripper.getText(document);
    }
    assertThat(found).hasSize(wanted.length());
    return found;
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
