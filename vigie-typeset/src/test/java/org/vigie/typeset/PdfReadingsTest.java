package org.vigie.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;
import org.vigie.imports.pdf.PdfText;

/** What the search before release reads of our own papers. */
class PdfReadingsTest {

  @Test
  void readings_hold_words_metadata_alternatives_links_and_attached_files() throws Exception {
    var blocks = readings(new Typesetter().typeset(Samples.blocks()));
    assertThat(blocks)
        .contains("Something to know.", "A blue square", "Example house — confidential")
        .contains("{\"a\":1}", "source.json", "What this document was made from")
        .contains("Every kind of block &amp; &lt;more&gt;");
    var scripts = readings(new Typesetter().typeset(Samples.scripts()));
    assertThat(scripts).contains("https://www.example.org/udhr", "ئالىم", "alim_88", "ཨ་ལིམ");
  }

  @Test
  void readings_hold_what_was_taken_out_before_the_document_was_saved_again() throws Exception {
    var first = new Typesetter().typeset(Samples.blocks());
    var second = new ByteArrayOutputStream();
    try (var document = Loader.loadPDF(first)) {
      document.getDocumentInformation().setTitle("Nothing");
      document.getDocumentCatalog().setMetadata(null);
      for (var page : document.getPages()) {
        page.setContents(new PDStream(document));
        page.getCOSObject().setNeedToBeUpdated(true);
      }
      document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
      document.saveIncremental(second);
    }
    assertThat(readings(second.toByteArray())).contains("Something to know.");
  }

  private static String readings(byte[] pdf) throws Exception {
    return PdfText.readings(pdf).stream()
        .map(reading -> new String(reading, StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }
}
