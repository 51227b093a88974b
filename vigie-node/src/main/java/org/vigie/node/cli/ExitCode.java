package org.vigie.node.cli;

/** Exit codes that scripts rely on. */
final class ExitCode {

  static final int DONE = 0;
  static final int CHECK_FAILED = 1;
  static final int UNUSABLE_INPUT = 2;
  static final int MACHINE_LACKS_SOMETHING = 3;
  static final int WRONG_USAGE = 64;

  private ExitCode() {}
}
