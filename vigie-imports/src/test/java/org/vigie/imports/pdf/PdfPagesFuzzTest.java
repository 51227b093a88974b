package org.vigie.imports.pdf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.OutputStream;
import org.vigie.imports.BytesSource;
import org.vigie.imports.ImportRefused;

class PdfPagesFuzzTest {

  @FuzzTest
  void refuses_or_draws(byte[] input) throws IOException {
    try {
      PdfPages.show(new BytesSource(input), 1, 60, OutputStream.nullOutputStream());
    } catch (ImportRefused refused) {
      // The one way out for what cannot be drawn.
    }
  }
}
