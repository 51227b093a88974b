package org.vigie.imports.picture;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.OutputStream;
import org.vigie.imports.BytesSource;
import org.vigie.imports.ImportRefused;

class PicturesFuzzTest {

  @FuzzTest
  void refuses_or_shows(byte[] input) throws IOException {
    try {
      Pictures.show(new BytesSource(input), 100, Paint.NOTHING, OutputStream.nullOutputStream());
    } catch (ImportRefused refused) {
      // The one way out for what cannot be shown.
    }
  }
}
