package org.vigie.seal;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever the bytes are, they are a record or refused; a record has the bytes it was read from.
 */
class LockedIdentityFuzzTest {

  @FuzzTest(maxDuration = "60s")
  void reads_or_refuses(byte[] bytes) {
    try {
      if (!Digests.same(LockedIdentity.parse(bytes).encoded(), bytes)) {
        throw new IllegalStateException("read something else");
      }
    } catch (SealRefused expected) {
      assert !expected.key().isEmpty();
    }
  }
}
