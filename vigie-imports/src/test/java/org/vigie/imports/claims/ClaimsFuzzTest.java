package org.vigie.imports.claims;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import org.vigie.imports.BytesSource;

class ClaimsFuzzTest {

  @FuzzTest
  void answers_whatever_it_is_given(byte[] input) throws IOException {
    Claims.of(new BytesSource(input), List.of("a._domainkey.example.org TXT \"v=DKIM1; p=AAAA\""));
  }
}
