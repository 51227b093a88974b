package org.vigie.imports.detect;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.vigie.imports.BytesSource;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Message;
import org.vigie.imports.ReadOptions;

class EnclosedFuzzTest {

  @FuzzTest
  void takes_out_or_refuses_each_file_that_a_message_names(byte[] input) throws IOException {
    var source = new BytesSource(input);
    var named = new ArrayList<Message>();
    try {
      Exports.read(source, ReadOptions.NONE, m -> keep(named, m));
    } catch (ImportRefused refused) {
      return;
    }
    for (var message : named) {
      var name = String.valueOf(message.media());
      try {
        Enclosed.copy(source, name, message.range().offset(), OutputStream.nullOutputStream());
      } catch (ImportRefused refused) {
        // What is no file, or is damaged.
      }
    }
  }

  private static void keep(List<Message> named, Message message) {
    if (message.flags().contains(Flag.EMBEDDED) && named.size() < 100) {
      named.add(message);
    }
  }
}
