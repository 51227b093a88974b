package org.vigie.imports.whatsapp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.ArrayList;
import org.vigie.imports.BytesSource;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Message;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;
import org.vigie.imports.detect.Exports;

class WhatsAppFuzzTest {

  @FuzzTest
  void refuses_or_accounts_for_every_byte(byte[] input) throws IOException {
    var limits = new ImportLimits(10 << 20, 100, 100, 2, 100_000);
    var messages = new ArrayList<Message>();
    try {
      var options = ReadOptions.NONE.withLimits(limits);
      var report = Exports.read(new BytesSource(input), options, messages::add);
      Reads.assertTiled(messages, report);
    } catch (ImportRefused refused) {
      // The one way out for what cannot be read.
    }
  }
}
