package org.vigie.seal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever the text is, it is a share or refused; joining what is read ends the same way. */
class RecoveryShareFuzzTest {

  @FuzzTest(maxDuration = "60s")
  void reads_or_refuses(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    try {
      var share = RecoveryShare.parse(text);
      if (!RecoveryShare.parse(share.text()).text().equals(share.text())) {
        throw new IllegalStateException("read something else");
      }
      RecoveryShares.join(List.of(share, share)).close();
    } catch (SealRefused expected) {
      assert !expected.key().isEmpty();
    }
    // The text's checksum keeps random input out, so the data behind it is tried as well.
    try {
      RecoveryShare.parse(Bech32.encode("vigie-share", bytes));
    } catch (SealRefused expected) {
      assert !expected.key().isEmpty();
    }
  }
}
