package org.vigie.imports.proofmode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import org.vigie.imports.BytesSource;

class BundleFuzzTest {

  @FuzzTest
  void answers_whatever_it_is_given(byte[] input) throws IOException {
    Bundle.of(new BytesSource(input));
  }
}
