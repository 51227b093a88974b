package org.vigie.imports.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vigie.imports.Flag;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Tally;

/** The signatures of one message for which there is a key, while its lines come. */
final class Dkim {

  private static final int MOST_HEADERS = 256 * 1024;
  private static final int MOST_SIGNATURES = 10;

  private final DkimKeys keys;
  private final List<String> fields = new ArrayList<>();
  private final List<DkimSignature> signatures = new ArrayList<>();
  private int length;
  private boolean unusable;

  /** Checks with {@code keys}. */
  Dkim(DkimKeys keys) {
    this.keys = keys;
    this.unusable = keys.isEmpty();
  }

  /** Takes a line of the headers of the message. */
  void header(byte[] line, boolean cut) {
    length += line.length;
    unusable |= cut || length > MOST_HEADERS;
    if (unusable) {
      return;
    }
    var text = new String(line, StandardCharsets.ISO_8859_1);
    if ((text.startsWith(" ") || text.startsWith("\t")) && !fields.isEmpty()) {
      fields.set(fields.size() - 1, fields.getLast() + "\r\n" + text);
    } else {
      fields.add(text);
    }
  }

  /** The headers are over. */
  void body() {
    if (unusable) {
      return;
    }
    for (var field : DkimSignature.of(fields)) {
      var tags = DkimSignature.tags(field);
      var key = keys.find(tags.getOrDefault("s", ""), tags.getOrDefault("d", ""));
      if (key != null && signatures.size() < MOST_SIGNATURES) {
        signatures.add(new DkimSignature(field, key));
      }
    }
  }

  /** Takes a line of the body. */
  void line(byte[] line, boolean cut) {
    unusable |= cut;
    for (var signature : signatures) {
      signature.line(line);
    }
  }

  /** Flags the message and says what was found; never whose key it is. */
  void tell(Item item, long line, Tally tally) {
    if (unusable || signatures.isEmpty()) {
      return;
    }
    var holds = 0;
    for (var signature : signatures) {
      var failure = signature.failure(fields);
      var what = "line " + line + ": the signature for " + printable(signature.domain());
      if (failure.isEmpty()) {
        holds++;
        var rest = signature.unsigned();
        tally.warn(
            what
                + " holds with the key that was given; whose key that is, the message cannot tell"
                + (rest > 0 ? "; the last " + rest + " bytes are not signed" : ""));
      } else {
        tally.warn(what + " does not hold with the key that was given: " + failure);
      }
    }
    item.flag(holds > 0 ? Flag.SIGNATURE_HOLDS : Flag.SIGNATURE_FAILS);
  }

  private static String printable(String domain) {
    return domain.replaceAll("[^A-Za-z0-9._-]", "?");
  }
}
