package org.vigie.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words within a sentence: what they open ends with them, and they end nothing of others. */
class IsolateTest {

  @ParameterizedTest
  @CsvSource({
    "tea, tea",
    "a\u202Eb, a\u202Eb\u202C",
    "a\u202Ab\u202Cc, a\u202Ab\u202Cc",
    "a\u2067b, a\u2067b\u2069",
    "a\u2069b\u202Cc, abc",
    "\u2069\u202Eb, \u202Eb\u202C",
    "a\u2066b\u202Ec\u2069d, a\u2066b\u202Ecd\u202C\u2069"
  })
  void ends_with_the_words(String words, String closed) {
    assertThat(Isolate.balanced(words)).isEqualTo(closed);
    assertThat(Isolate.of(words)).isEqualTo("\u2068" + closed + "\u2069");
  }
}
