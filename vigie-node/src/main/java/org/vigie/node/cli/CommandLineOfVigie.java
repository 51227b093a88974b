package org.vigie.node.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.node.ops.HomeLock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The table of contents of the command line, and how it speaks when something goes wrong. */
@Command(
    name = "vigie",
    mixinStandardHelpOptions = true,
    versionProvider = Usage.Version.class,
    scope = ScopeType.INHERIT,
    description = "A lookout for people targeted by transnational repression.",
    footer = {"", "Example: ./vigie help seal shows what that command takes."})
@SuppressForbidden(reason = "a command line prints")
public final class CommandLineOfVigie implements Runnable {

  /** In the order of the table of contents, under the names that stand at them. */
  static final Map<String, Class<?>> COMMANDS = commands();

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
        line(top, Sentences.localeOfEnvironment(), args.length == 0 ? "" : args[0])
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((wrong, given) -> wrongUsage(wrong, sentences));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> top.explain(failure, command.getErr(), sentences));
    return line.execute(args);
  }

  /** All commands, explaining themselves in {@code locale}. */
  static CommandLine in(Locale locale) {
    return line(new CommandLineOfVigie(), locale, "");
  }

  /**
   * The commands, or only the {@code first} word's if it is one: to look at all of them takes
   * longer than to read a small file.
   */
  private static CommandLine line(CommandLineOfVigie top, Locale locale, String first) {
    var line = new CommandLine(top);
    if (COMMANDS.containsKey(first)) {
      line.addSubcommand(COMMANDS.get(first));
    } else {
      COMMANDS.values().forEach(line::addSubcommand);
      line.addSubcommand(CommandLine.HelpCommand.class);
    }
    line.registerConverter(Path.class, Path::of);
    line.setUsageHelpAutoWidth(true);
    Usage.speak(line, locale);
    return line;
  }

  private static Map<String, Class<?>> commands() {
    var commands = new LinkedHashMap<String, Class<?>>();
    commands.put("demo", DemoCommand.class);
    commands.put("serve", ServeCommand.class);
    commands.put("warm-up", WarmUpCommand.class);
    commands.put("rehearse", RehearseCommand.class);
    commands.put("share", ShareCommand.class);
    commands.put("doctor", DoctorCommand.class);
    commands.put("backup", BackupCommand.class);
    commands.put("restore", RestoreCommand.class);
    commands.put("begin-log", BeginLogCommand.class);
    commands.put("seal", SealCommand.class);
    commands.put("open", OpenCommand.class);
    commands.put("match", MatchCommand.class);
    commands.put("read", ReadCommand.class);
    commands.put("verify", VerifyPackageCommand.class);
    commands.put("test", LauncherCommands.TestCommand.class);
    commands.put("bench", LauncherCommands.BenchCommand.class);
    return commands;
  }

  @Override
  public void run() {
    in(Sentences.localeOfEnvironment()).usage(System.out);
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
              sentences.of(fileKey(noFile), noFile.getFile(), String.valueOf(noFile.getReason())),
              ExitCode.UNUSABLE_INPUT);
      case IOException broken ->
          say(
              err,
              sentences.of("cli.io", String.valueOf(broken.getMessage())),
              ExitCode.UNUSABLE_INPUT);
      default ->
          say(
              err,
              sentences.of("cli.bug", failure.getClass().getSimpleName()),
              ExitCode.CHECK_FAILED);
    };
  }

  private static String fileKey(FileSystemException noFile) {
    return switch (noFile) {
      case NoSuchFileException _ -> "cli.file.none";
      case AccessDeniedException _ -> "cli.file.closed";
      case FileAlreadyExistsException _ -> "cli.file.in-the-way";
      case HomeLock.Taken _ -> "cli.home.taken";
      default -> "cli.file";
    };
  }

  private static int wrongUsage(ParameterException wrong, Sentences sentences) {
    var command = wrong.getCommandLine();
    var name = command.getParent() == null ? "" : " " + command.getCommandName();
    var said = Usage.wrong(wrong, sentences);
    command.getErr().println("vigie: " + said + sentences.of("cli.usage.help", name));
    return ExitCode.WRONG_USAGE;
  }

  private static int say(PrintWriter err, @Nullable String sentence, int exitCode) {
    err.println("vigie: " + sentence);
    return exitCode;
  }
}
