package org.vigie.imports.exif;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import org.vigie.imports.BytesSource;

class CameraFactsFuzzTest {

  @FuzzTest
  void answers_whatever_it_is_given(byte[] input) throws IOException {
    CameraFacts.of(new BytesSource(input));
  }
}
