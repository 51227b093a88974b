package org.vigie.imports.c2pa;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import org.vigie.imports.BytesSource;

class CredentialsFuzzTest {

  @FuzzTest
  void answers_whatever_it_is_given(byte[] input) throws IOException {
    for (var claim : Credentials.of(new BytesSource(input))) {
      if (claim.value().length() > org.vigie.imports.Claim.LONGEST) {
        throw new IllegalStateException("endless");
      }
    }
  }
}
