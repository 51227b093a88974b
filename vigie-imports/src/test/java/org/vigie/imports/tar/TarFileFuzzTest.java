package org.vigie.imports.tar;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import org.vigie.imports.FuzzedReading;

class TarFileFuzzTest {

  @FuzzTest
  void refuses_or_accounts_for_every_byte(byte[] input) throws IOException {
    FuzzedReading.refusesOrAccounts("whatsapp", input);
  }
}
