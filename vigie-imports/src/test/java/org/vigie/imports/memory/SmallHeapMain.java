package org.vigie.imports.memory;

import java.io.IOException;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.detect.Exports;
import org.vigie.kernel.SuppressForbidden;

/** Reads large inputs, one after another, in a process that has little memory. */
public final class SmallHeapMain {

  private SmallHeapMain() {}

  /** {@code many} or {@code endless}, and how many MiB; prints a line for each that was read. */
  @SuppressForbidden(reason = "the test reads what it prints")
  public static void main(String[] words) throws IOException {
    var size = Long.parseLong(words[1]) << 20;
    for (var input : LargeInput.ALL) {
      var source = words[0].equals("many") ? input.many(size) : input.endless(size);
      var covered = new long[1];
      try {
        var options = ReadOptions.NONE.withFormat(input.format());
        var report = Exports.read(source, options, m -> covered[0] += m.range().length());
        var whole = covered[0] + report.bytesUnparsed() == source.length();
        System.out.println(report.format() + (whole ? " whole " : " gaps ") + report.messages());
      } catch (ImportRefused refused) {
        System.out.println(input.format() + " refused " + refused.key());
      }
    }
  }
}
