package org.vigie.imports.mail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vigie.imports.BytesSource;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Message;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;
import org.vigie.imports.detect.Exports;

class DkimFuzzTest {

  private static final ReadOptions OPTIONS =
      ReadOptions.NONE
          .withFormat("mail")
          .withMailKeys(
              List.of(
                  "brisbane._domainkey.football.example.com. IN TXT \"v=DKIM1; k=ed25519;"
                      + " p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\""));

  @FuzzTest
  void refuses_or_accounts_for_every_byte(byte[] input) throws IOException {
    var messages = new ArrayList<Message>();
    try {
      var report = Exports.read(new BytesSource(input), OPTIONS, messages::add);
      Reads.assertTiled(messages, report);
    } catch (ImportRefused refused) {
      // The one way out for what cannot be read.
    }
  }
}
