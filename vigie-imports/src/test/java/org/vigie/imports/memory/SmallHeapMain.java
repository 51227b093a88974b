package org.vigie.imports.memory;

import java.io.IOException;
import org.vigie.imports.FoundInputs;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.detect.Exports;
import org.vigie.kernel.SuppressForbidden;

/** Reads inputs, one after another, in a process that has little memory. */
public final class SmallHeapMain {

  private SmallHeapMain() {}

  /**
   * {@code many} or {@code endless}, and how many MiB, or {@code found}; prints a line for each
   * that was read.
   */
  @SuppressForbidden(reason = "the test reads what it prints")
  public static void main(String[] words) throws IOException, ReflectiveOperationException {
    if (words[0].equals("found")) {
      for (var test : FoundInputs.tests()) {
        System.out.println(test.getDeclaringClass().getName() + " " + FoundInputs.tryAgain(test));
      }
      return;
    }
    var size = Long.parseLong(words[1]) << 20;
    for (var input : LargeExport.all()) {
      System.out.println(read(input, words[0].equals("many") ? size : -size));
    }
  }

  /** Many records, or with a size below zero one that does not end. */
  private static String read(LargeExport input, long size) throws IOException {
    var source = size > 0 ? input.many(size) : input.endless(-size);
    var covered = new long[1];
    try {
      var options = ReadOptions.NONE.withFormat(input.format());
      var report = Exports.read(source, options, m -> covered[0] += m.range().length());
      // In an archive places are those in the files of it.
      var all = report.source() == null ? source.length() : source.length() / 10 * 9;
      var whole = covered[0] + report.bytesUnparsed() == report.bytes() && report.bytes() >= all;
      return report.format() + (whole ? " whole " : " gaps ") + report.messages();
    } catch (ImportRefused refused) {
      return input.format() + " refused " + refused.key();
    }
  }
}
