package org.vigie.seal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever the text is, it is a key or refused; a key has the text it was read from. */
class KeyTextFuzzTest {

  @FuzzTest(maxDuration = "60s")
  void reads_or_refuses(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    try {
      Identity.parseFile(text).forEach(Identity::close);
    } catch (SealRefused expected) {
      assert !expected.key().isEmpty();
    }
    try {
      var recipient = Recipient.parse(text);
      if (!recipient.text().equalsIgnoreCase(text.strip())) {
        throw new IllegalStateException("read something else");
      }
    } catch (SealRefused expected) {
      assert !expected.key().isEmpty();
    }
  }
}
