package org.vigie.imports.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.vigie.imports.ByteRange;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;
import org.vigie.imports.zip.Zips;
import org.vigie.testkit.Trials;

class PdfReaderTest {

  private static byte[] pdf(String password, String... pages) throws IOException {
    try (var document = new PDDocument()) {
      for (var words : pages) {
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
          content.newLineAtOffset(50, 700);
          for (var line : words.split("\n", -1)) {
            content.showText(line);
            content.newLineAtOffset(0, -20);
          }
          content.endText();
        }
      }
      document.getDocumentInformation().setAuthor("Nur");
      if (!password.isEmpty()) {
        var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
        policy.setEncryptionKeyLength(128);
        document.protect(policy);
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static Reads read(byte[] bytes) throws Exception {
    return Reads.bytes(bytes, ReadOptions.NONE);
  }

  @Test
  void gives_a_message_a_page() throws Exception {
    var bytes = pdf("", "I was called.\nTwice.", "Café", "");
    var read = read(bytes);
    assertThat(read.messages().stream().map(Message::text))
        .containsExactly("author=Nur", "I was called.\nTwice.", "Café", "");
    assertThat(read.messages().stream().map(Message::kind))
        .containsExactly(Kind.SYSTEM, Kind.TEXT, Kind.TEXT, Kind.MEDIA);
    assertThat(read.messages().get(1).range()).isEqualTo(new ByteRange(0, bytes.length));
    assertThat(read.messages().get(2).line()).isEqualTo(2);
    assertThat(read.messages().get(3).media()).isEqualTo("page 3");
    assertThat(read.report().format()).isEqualTo("pdf");
    assertThat(read.report().bytesUnparsed()).isZero();
  }

  /** The library keeps the place of every letter until the page is over. */
  @Test
  void cuts_a_page_of_more_letters_than_memory_holds_and_reads_the_next() throws Exception {
    var endless = ("x".repeat(100) + "\n").repeat(2_005);
    var read = read(pdf("", "Before.", endless, "After."));
    assertThat(read.messages().stream().map(m -> m.flags().contains(Flag.CUT)))
        .containsExactly(false, false, true, false);
    assertThat(read.messages().get(2).text().replace("\n", "")).isEqualTo("x".repeat(200_000));
    assertThat(read.messages().getLast().text()).isEqualTo("After.");
  }

  @Test
  void reads_one_that_came_in_an_archive_alone() throws Exception {
    var zip = new Zips().stored("letter.pdf", pdf("", "words")).bytes();
    assertThat(read(zip).messages().getLast().text()).isEqualTo("words");
  }

  @Test
  void refuses_what_is_locked() throws Exception {
    var locked = pdf("secret", "words");
    assertThatThrownBy(() -> read(locked)).hasMessage("import.pdf-locked");
  }

  @Test
  void cuts_a_page_longer_than_the_limit() throws Exception {
    var limits = new ImportLimits(1 << 20, 100, 100, 2, 20);
    var bytes = pdf("", "word ".repeat(20));
    var read = Reads.bytes(bytes, ReadOptions.NONE.withLimits(limits));
    assertThat(read.messages().getLast().flags()).containsExactly(Flag.CUT);
  }

  @Test
  void refuses_what_is_no_pdf_but_says_so() {
    for (var text : List.of("%PDF-1.7", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n")) {
      assertThatThrownBy(() -> Reads.text(text)).hasMessageStartingWith("import.");
    }
  }

  @Test
  void survives_damage_anywhere() throws Exception {
    var whole = pdf("", "one", "two");
    Trials.forAll(
        10,
        (random, size) -> {
          var damaged =
              random.nextInt(4) == 0
                  ? Arrays.copyOf(whole, random.nextInt(whole.length))
                  : whole.clone();
          for (var i = 0; i < size && damaged.length > 0; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
          }
          try {
            read(damaged);
          } catch (ImportRefused refused) {
            assertThat(refused.key()).startsWith("import.");
          }
        });
  }
}
