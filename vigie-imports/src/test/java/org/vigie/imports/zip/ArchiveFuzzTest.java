package org.vigie.imports.zip;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import org.vigie.imports.FuzzedReading;

class ArchiveFuzzTest {

  @FuzzTest
  void refuses_or_accounts_for_every_byte(byte[] input) throws IOException {
    FuzzedReading.refusesOrAccounts(null, input);
  }
}
