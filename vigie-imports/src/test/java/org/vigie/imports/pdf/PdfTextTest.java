package org.vigie.imports.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.vigie.imports.BytesSource;
import org.vigie.imports.ImportRefused;

class PdfTextTest {

  private static byte[] letter() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      try (var pen = new PDPageContentStream(document, page)) {
        pen.beginText();
        pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        pen.newLineAtOffset(72, 720);
        pen.showText("be silent");
        pen.endText();
      }
      document.getDocumentInformation().setTitle("From Mulberry");
      document.save(out);
    }
    return out.toByteArray();
  }

  @Test
  void writes_each_reading_after_its_length() throws Exception {
    var pdf = letter();
    var out = new ByteArrayOutputStream();
    PdfText.writeReadings(new BytesSource(pdf), out);
    var written = new ArrayList<String>();
    var in = new DataInputStream(new ByteArrayInputStream(out.toByteArray()));
    while (in.available() > 0) {
      written.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
    }
    var kept =
        PdfText.readings(pdf).stream().map(one -> new String(one, StandardCharsets.UTF_8)).toList();
    assertThat(written).isEqualTo(kept);
    assertThat(written).anyMatch(one -> one.contains("be silent")).contains("From Mulberry");
    assertThat(PdfText.spoken(pdf)).contains("be silent");
  }

  @Test
  void whoever_takes_the_readings_and_fails_is_not_the_document() throws Exception {
    var full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("full");
          }
        };
    var pdf = letter();
    assertThatThrownBy(() -> PdfText.writeReadings(new BytesSource(pdf), full))
        .isInstanceOf(IOException.class);
  }

  @Test
  void S_85_a_small_document_that_becomes_very_large_is_refused_before_it_does() throws Exception {
    var zeros = new byte[1 << 20];
    var bomb = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      var stream = document.getDocument().createCOSStream();
      try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        for (var i = 0; i < 200; i++) {
          out.write(zeros);
        }
      }
      document.getDocumentCatalog().getCOSObject().setItem("Bomb", stream);
      document.save(bomb);
    }
    assertThat(bomb.size()).isLessThan(1 << 20);
    assertThatThrownBy(() -> PdfText.readings(bomb.toByteArray())).hasMessage("import.pdf-broken");
  }

  @Test
  void what_is_no_document_is_refused() {
    assertThatThrownBy(
            () -> PdfText.readings("%PDF-1.7 and no more".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(ImportRefused.class);
  }
}
