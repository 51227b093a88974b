package org.vigie.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class ManifestFuzzTest {

  /** Whatever the bytes, they are a manifest, an intake record, or refused. */
  @FuzzTest(maxDuration = "20s")
  void parses_or_refuses(byte[] bytes) {
    try {
      assertThat(Manifest.parse(bytes).items()).isNotNull();
    } catch (EvidenceRefused refused) {
      assertThat(refused.key()).isEqualTo("evidence.malformed-manifest");
    }
    try {
      assertThat(IntakeRecord.parse(bytes).canonical()).isEqualTo(bytes);
    } catch (EvidenceRefused refused) {
      assertThat(refused.key()).isEqualTo("evidence.malformed-record");
    }
  }
}
