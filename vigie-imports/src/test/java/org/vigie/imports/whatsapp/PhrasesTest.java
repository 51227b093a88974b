package org.vigie.imports.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.imports.Reads;

class PhrasesTest {

  @ParameterizedTest
  @MethodSource("org.vigie.imports.whatsapp.PhraseRow#all")
  void tells_what_the_application_wrote(PhraseRow row) throws Exception {
    if (!row.place().equals("ios")) {
      check(row, "15/01/2026, 18:04 - A: " + row.body());
    }
    if (!row.place().equals("android")) {
      check(row, "[15/01/2026, 18:04:05] A: \u200E" + row.body());
    }
  }

  private static void check(PhraseRow row, String export) throws Exception {
    var message = Reads.text(export).only();
    assertThat(message.kind()).isEqualTo(row.kind());
    assertThat(message.flags()).containsAll(row.flags());
    if (row.body().contains("1.jpg") || row.body().contains("PHOTO")) {
      assertThat(message.media()).endsWith(".jpg").doesNotContain("<", "(", ":");
    }
  }
}
