package org.vigie.node.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files and places that a person names, looked at before anything is done with them. */
final class Given {

  private Given() {}

  /**
   * Refuses what cannot be read as a file.
   *
   * @throws CommandRefused {@code cli.file.none}, {@code cli.file.folder} or {@code
   *     cli.file.closed}
   */
  static void requireFile(Path file) throws CommandRefused {
    if (!Files.exists(file)) {
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.file.none", file);
    }
    if (Files.isDirectory(file)) {
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.file.folder", file);
    }
    if (!Files.isReadable(file)) {
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.file.closed", file);
    }
  }

  /**
   * Refuses a place where no file can be made, before work is done for it.
   *
   * @throws CommandRefused {@code cli.place.none} or {@code cli.place.closed}
   */
  static void requirePlace(Path target) throws CommandRefused {
    var folder = target.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.place.none", target);
    }
    if (!Files.isWritable(folder)) {
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.place.closed", target);
    }
  }
}
