package org.vigie.node.cli;

import org.vigie.kernel.Refusal;

/** A command that cannot do what was asked, with the exit code that says why. */
final class CommandRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  CommandRefused(int exitCode, String key, Object... details) {
    super(key, details);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
