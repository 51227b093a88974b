package org.vigie.imports;

import java.io.IOException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.detect.Exports;

/** What holds for every reader whatever it is given. */
public final class FuzzedReading {

  private FuzzedReading() {}

  /** Reads with one reader, or any; fails unless it is refused or every byte is accounted for. */
  public static void refusesOrAccounts(@Nullable String format, byte[] input) throws IOException {
    var limits = new ImportLimits(10 << 20, 100, 100, 2, 100_000);
    var messages = new ArrayList<Message>();
    try {
      var options = ReadOptions.NONE.withLimits(limits).withFormat(format);
      var report = Exports.read(new BytesSource(input), options, messages::add);
      Reads.assertTiled(messages, report);
    } catch (ImportRefused refused) {
      // The one way out for what cannot be read.
    }
  }
}
