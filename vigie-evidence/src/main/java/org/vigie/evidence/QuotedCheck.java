package org.vigie.evidence;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.vigie.ledger.Hash;

/** Checks that quoted lines lie where the manifest says. */
final class QuotedCheck {

  private static final int MOST = 16 * 1024 * 1024;

  private QuotedCheck() {}

  static void check(Manifest manifest, Map<String, Content> contents, List<CheckResult> results)
      throws IOException {
    for (var item : manifest.items()) {
      var content = contents.get(item.path());
      for (var quoted : item.quoted()) {
        var lines =
            new String[] {
              item.exhibit(), Long.toString(quoted.firstLine()), Long.toString(quoted.lastLine())
            };
        results.add(
            content != null && holds(content, quoted)
                ? CheckResult.ok("quoted", lines)
                : CheckResult.failed("quoted.changed", lines));
      }
    }
  }

  private static boolean holds(Content content, Quoted quoted) throws IOException {
    if (quoted.length() > MOST) {
      return false;
    }
    try (var in = content.open()) {
      in.skipNBytes(quoted.offset());
      var bytes = in.readNBytes(Math.toIntExact(quoted.length()));
      var found = Hash.sha256(bytes);
      Arrays.fill(bytes, (byte) 0);
      return found.equals(quoted.sha256());
    } catch (EOFException beyond) {
      return false;
    }
  }
}
