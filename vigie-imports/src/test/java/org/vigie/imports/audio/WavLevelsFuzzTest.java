package org.vigie.imports.audio;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import org.vigie.imports.BytesSource;
import org.vigie.imports.ImportRefused;

class WavLevelsFuzzTest {

  @FuzzTest
  void refuses_or_measures(byte[] input) throws IOException {
    try {
      WavLevels.of(new BytesSource(input));
    } catch (ImportRefused refused) {
      // The one way out for what is not known.
    }
  }
}
