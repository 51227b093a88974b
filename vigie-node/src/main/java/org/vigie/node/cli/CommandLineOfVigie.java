package org.vigie.node.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.SuppressForbidden;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The table of contents of the command line, and how it speaks when something goes wrong. */
@Command(
    name = "vigie",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    description = "A lookout for people targeted by transnational repression.",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      WarmUpCommand.class,
      DoctorCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      SealCommand.class,
      OpenCommand.class,
      MatchCommand.class,
      ReadCommand.class,
      VerifyPackageCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "./vigie test runs all tests; ./vigie bench measures speed beside other programs;",
      "./vigie help COMMAND shows an example."
    })
@SuppressForbidden(reason = "a command line prints")
public final class CommandLineOfVigie implements Runnable {

  @Option(
      names = "--debug",
      description = "Show a stack trace when something fails.",
      scope = ScopeType.INHERIT)
  private boolean debug;

  private CommandLineOfVigie() {}

  /** Runs the command that {@code args} name and returns the exit code. */
  public static int run(String... args) {
    var top = new CommandLineOfVigie();
    var sentences = Sentences.ofEnvironment();
    var line =
        new CommandLine(top)
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler((wrong, given) -> wrongUsage(wrong));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> top.explain(failure, command.getErr(), sentences));
    return line.execute(args);
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  private int explain(Exception failure, PrintWriter err, Sentences sentences) {
    if (debug) {
      failure.printStackTrace(err);
    }
    return switch (failure) {
      case CommandRefused refused -> say(err, sentences.of(refused), refused.exitCode());
      case Refusal refused -> say(err, sentences.of(refused), ExitCode.UNUSABLE_INPUT);
      case FileSystemException noFile ->
          say(
              err,
              sentences.of("cli.file", noFile.getFile(), reason(noFile)),
              ExitCode.UNUSABLE_INPUT);
      default ->
          say(
              err,
              sentences.of("cli.bug", failure.getClass().getSimpleName()),
              ExitCode.CHECK_FAILED);
    };
  }

  private static String reason(FileSystemException noFile) {
    var reason = noFile.getReason();
    return reason == null ? noFile.getClass().getSimpleName() : reason;
  }

  private static int wrongUsage(ParameterException wrong) {
    var command = wrong.getCommandLine();
    command
        .getErr()
        .println("vigie: " + wrong.getMessage() + "; see ./vigie help " + command.getCommandName());
    return ExitCode.WRONG_USAGE;
  }

  private static int say(PrintWriter err, @Nullable String sentence, int exitCode) {
    err.println("vigie: " + sentence);
    return exitCode;
  }
}
