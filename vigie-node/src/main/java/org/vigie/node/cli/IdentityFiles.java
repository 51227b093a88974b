package org.vigie.node.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.seal.Identity;
import org.vigie.seal.SealRefused;

/** Files with secret keys, as {@code age-keygen} writes them. */
final class IdentityFiles {

  private IdentityFiles() {}

  /**
   * The keys of all of them; close each.
   *
   * @throws CommandRefused {@code cli.identity} with the file that holds something else
   */
  static List<Identity> read(List<Path> files) throws IOException, CommandRefused {
    var found = new ArrayList<Identity>();
    for (var file : files) {
      Given.requireFile(file);
      try {
        found.addAll(Identity.parseFile(Files.readString(file)));
      } catch (SealRefused | CharacterCodingException noKeys) {
        found.forEach(Identity::close);
        throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.identity", file);
      }
    }
    return found;
  }
}
