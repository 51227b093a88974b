package org.vigie.imports.picture;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import org.vigie.imports.BytesSource;
import org.vigie.imports.ImportRefused;

class PictureSizeFuzzTest {

  @FuzzTest
  void refuses_or_tells(byte[] input) throws IOException {
    try {
      PictureSize.of(new BytesSource(input));
    } catch (ImportRefused refused) {
      // The one way out for what is not known or too large.
    }
  }
}
