package org.vigie.node;

import org.vigie.node.cli.CommandLineOfVigie;

/** Where the process starts: hands the words of the command line to the command they name. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(CommandLineOfVigie.run(args));
  }
}
