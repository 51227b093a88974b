package org.vigie.node.cli;

import java.nio.file.Path;
import org.vigie.kernel.Refusal;

/** A command that cannot do what was asked, with the exit code that says why. */
final class CommandRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  CommandRefused(int exitCode, String key, Object... details) {
    super(key, details);
    this.exitCode = exitCode;
  }

  /** What was refused, said of the file it is about. */
  static CommandRefused about(Path file, Refusal refused) {
    return new CommandRefused(
        ExitCode.UNUSABLE_INPUT, "cli.read.refused", file, Sentences.ofEnvironment().of(refused));
  }

  /** Standard output takes nothing more: its reader went away, or its disk is full. */
  static CommandRefused outputClosed() {
    return new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.output");
  }

  int exitCode() {
    return exitCode;
  }
}
