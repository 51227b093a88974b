package org.vigie.node.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.vigie.evidence.redaction.Finding;
import org.vigie.evidence.redaction.Forbidden;
import org.vigie.evidence.redaction.ForbiddenBytes;
import org.vigie.imports.ImportRefused;
import org.vigie.node.cage.Cage;
import org.vigie.node.cage.CageLimits;

/** PDF of strangers is read for the search before release, but never by the node itself. */
class CagedPdfTest {

  private static Cage cage() {
    try {
      return Cage.onThisMachine(CageLimits.USUAL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] pdf(byte[] attached) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.getDocumentInformation().setSubject("a call");
      var stream = document.getDocument().createCOSStream();
      try (var bytes = stream.createOutputStream(COSName.FLATE_DECODE)) {
        bytes.write(attached);
      }
      document.getDocumentCatalog().getCOSObject().setItem("Note", stream);
      document.save(out);
    }
    return out.toByteArray();
  }

  @Test
  void S_85_what_is_hidden_in_it_is_found_and_what_would_become_very_large_stops_the_release()
      throws Exception {
    var search =
        new ForbiddenBytes(
            List.of(new Forbidden(Forbidden.Kind.NAME, "Mulberry")),
            new CagedPdf(CagedPdfTest::cage));
    var hiding = pdf("the school is called Mulberry".getBytes(StandardCharsets.UTF_8));
    assertThat(new String(hiding, StandardCharsets.ISO_8859_1)).doesNotContain("Mulberry");
    assertThat(search.check("P-001.pdf", hiding))
        .anyMatch(found -> found instanceof Finding.Occurs);
    assertThat(search.check("P-001.pdf", pdf("nothing".getBytes(StandardCharsets.UTF_8))))
        .isEmpty();
    assertThat(search.check("P-001.pdf", pdf(new byte[150 << 20])))
        .containsExactly(new Finding.Unreadable("P-001.pdf", "document"));
    var broken = "%PDF-1.7 and no more".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> new CagedPdf(CagedPdfTest::cage).readings(broken))
        .isInstanceOf(ImportRefused.class);
  }
}
