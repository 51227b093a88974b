package org.vigie.node.cli;

import java.util.ArrayList;
import java.util.List;
import org.vigie.seal.AgeFile;
import org.vigie.seal.Recipient;
import org.vigie.seal.SealRefused;

/** Public keys that a person seals something for. */
final class RecipientKeys {

  private RecipientKeys() {}

  /**
   * The keys, which may share a file.
   *
   * @throws CommandRefused {@code cli.recipient} with the one that is no key
   * @throws SealRefused {@code seal.mixed-recipients} if one would undo another
   */
  static List<Recipient> of(List<String> texts) throws CommandRefused, SealRefused {
    var keys = new ArrayList<Recipient>();
    for (var text : texts) {
      keys.add(parse(text));
    }
    AgeFile.requireCompatible(keys);
    return keys;
  }

  private static Recipient parse(String text) throws CommandRefused {
    try {
      return Recipient.parse(text);
    } catch (SealRefused noKey) {
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.recipient", text);
    }
  }
}
