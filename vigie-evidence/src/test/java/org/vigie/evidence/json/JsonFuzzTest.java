package org.vigie.evidence.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class JsonFuzzTest {

  /** Whatever the bytes, they are either refused or written back exactly. */
  @FuzzTest(maxDuration = "20s")
  void parses_or_refuses(byte[] bytes) {
    try {
      assertThat(JsonWriter.write(JsonReader.read(bytes))).isEqualTo(bytes);
    } catch (JsonRefused refused) {
      assertThat(refused.key()).startsWith("json.");
    }
  }
}
