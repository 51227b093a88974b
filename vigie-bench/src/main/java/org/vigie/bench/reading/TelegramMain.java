package org.vigie.bench.reading;

import java.io.IOException;
import java.io.OutputStream;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.SinkBeside;
import org.vigie.imports.detect.Exports;
import org.vigie.imports.json.MessageLines;
import org.vigie.kernel.SuppressForbidden;

/** Reads an invented Telegram export of so many MiB in a process of its own, with its JSON. */
public final class TelegramMain {

  private TelegramMain() {}

  /** Prints how many messages were found, of how many bytes. */
  @SuppressForbidden(reason = "a command line prints")
  public static void main(String[] words) throws IOException, ImportRefused {
    var file = new TelegramFile(Long.parseLong(words[0]) << 20);
    var lines = new MessageLines(OutputStream.nullOutputStream(), false);
    try (var beside = new SinkBeside(lines)) {
      var report = Exports.read(file, ReadOptions.NONE, beside);
      if (report.messages() != file.messages() || report.bytesUnparsed() != 0) {
        throw new IOException("found " + report.messages() + " messages of " + file.messages());
      }
      System.out.println(report.messages() + " " + report.bytes());
    }
  }
}
