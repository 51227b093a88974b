package org.vigie.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vigie.matching.identifier.Identifiers;

class TextFoldFuzzTest {

  @FuzzTest
  void folds_anything_to_what_folds_to_itself(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    var folded = TextFold.fold(text);
    assertThat(TextFold.fold(folded)).isEqualTo(folded);
    assertThat(SoundFold.fold(text, List.of()).length()).isLessThanOrEqualTo(text.length() * 20);
  }

  @FuzzTest
  void finds_identifiers_within_the_text(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    for (var found : Identifiers.findIn(text, "FR")) {
      assertThat(found.start()).isBetween(0, found.end() - 1);
      assertThat(found.end()).isLessThanOrEqualTo(text.length());
      assertThat(found.identifier().canonical()).startsWith("norm-v1|");
    }
  }
}
