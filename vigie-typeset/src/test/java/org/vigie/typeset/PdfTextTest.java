package org.vigie.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PdfTextTest {

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
  void what_is_no_document_is_refused() {
    assertThatThrownBy(
            () -> PdfText.readings("%PDF-1.7 and no more".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(TypesetRefused.class);
  }

  private static String readings(byte[] pdf) throws TypesetRefused {
    return PdfText.readings(pdf).stream()
        .map(reading -> new String(reading, StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }
}
