package org.vigie.seal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.vigie.kernel.Secret;

/** Whatever the bytes of a file are, it opens or is refused, and nothing else. */
class AgeFileFuzzTest {

  private static final List<Identity> IDENTITIES = identities();

  @FuzzTest(maxDuration = "60s")
  void opens_or_refuses(byte[] bytes) {
    try {
      AgeFile.open(bytes, IDENTITIES);
    } catch (SealRefused expected) {
      assert !expected.key().isEmpty();
    }
  }

  private static List<Identity> identities() {
    try (var seed = Secret.take(new byte[32])) {
      return List.of(
          HybridKey.ofSeed(seed),
          Identity.parse(
              "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0"));
    } catch (SealRefused impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }
}
