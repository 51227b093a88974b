package org.vigie.node.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Commands that the launcher does itself, because they need no running program; here they are
 * listed and explained.
 */
final class LauncherCommands {

  private LauncherCommands() {}

  /** {@code ./vigie test}. */
  @Command(
      name = "test",
      description = {
        "Run everything that must hold, as CI does. The last line counts:",
        "N passed, N failed, N skipped."
      },
      footer = {"", "Example: ./vigie test --fast"})
  static final class TestCommand implements Callable<Integer> {

    @Option(names = "--fast", description = "Leave out browser, server and soak tests.")
    boolean fast;

    @Override
    public Integer call() throws CommandRefused {
      throw new CommandRefused(ExitCode.WRONG_USAGE, "cli.launcher", "test");
    }
  }

  /** {@code ./vigie bench}. */
  @Command(
      name = "bench",
      description = "Measure speed beside other programs.",
      footer = {"", "Example: ./vigie bench sealing reading"})
  static final class BenchCommand implements Callable<Integer> {

    @Parameters(
        paramLabel = "GROUP",
        description = "sealing, reading, log or node; all without a name.")
    List<String> groups = List.of();

    @Option(names = "--tiny", description = "Everything once in a small size.")
    boolean tiny;

    @Override
    public Integer call() throws CommandRefused {
      throw new CommandRefused(ExitCode.WRONG_USAGE, "cli.launcher", "bench");
    }
  }
}
