package org.vigie.imports.openpgp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

class DetachedFuzzTest {

  @FuzzTest
  void answers_whatever_it_is_given(byte[] input) throws IOException {
    var keys = PublicKeys.of(input);
    var signature = Detached.of(input);
    if (signature.isPresent()) {
      signature.get().check(keys, new ByteArrayInputStream(input));
    }
  }
}
