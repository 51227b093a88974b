package org.vigie.node.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Refusal;
import org.vigie.matching.identifier.Identifiers;
import org.vigie.matching.join.CaseJoin;
import org.vigie.matching.join.MatchLines;
import org.vigie.matching.join.MatchRefused;
import org.vigie.matching.join.MessageLines;
import org.vigie.matching.text.TextMatcher;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./vigie match}: the same script, number, handle and persona across cases. */
@Command(
    name = "match",
    description = {
      "Find the same script, number, handle, link and persona across cases: JSON lines in and out.",
      "A pair is a lead to be looked at by a person, never a proof."
    },
    footer = {
      "",
      "Each line in:"
          + " {\"id\":\"m1\",\"case\":\"A\",\"text\":\"…\",\"identifiers\":[\"+85255550134\"]}",
      "Each line out: {\"a\":\"m1\",\"b\":\"m9\",\"score\":0.83,\"because\":[\"script\"]}",
      "Example: ./vigie match messages.jsonl --groups --region FR"
    })
final class MatchCommand implements Callable<Integer> {

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(arity = "1", paramLabel = "FILE.jsonl", description = "One message a line.")
  private Path file = Path.of("");

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description = "Join from this score on, above 0 and at most 1 (default: ${DEFAULT-VALUE}).")
  private double threshold = TextMatcher.DEFAULT_THRESHOLD;

  @Option(
      names = "--region",
      paramLabel = "FR",
      description = "The country in which nationally written numbers are read.")
  private @Nullable String region;

  @ArgGroup(exclusive = true)
  private Output output = new Output();

  /** What to write; pairs unless groups are asked for. */
  static final class Output {
    @Option(names = "--pairs", description = "Write pairs of messages (this is what it does).")
    boolean pairs;

    @Option(names = "--groups", description = "Write groups of messages that hang together.")
    boolean groups;
  }

  @Override
  public Integer call() throws IOException, Refusal {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new CommandRefused(ExitCode.WRONG_USAGE, "cli.match.threshold");
    }
    if (region != null && !Identifiers.isRegion(region)) {
      throw new CommandRefused(ExitCode.WRONG_USAGE, "cli.match.region", region);
    }
    var join = new CaseJoin(threshold, region);
    Given.requireFile(file);
    try (var in = Files.newInputStream(file)) {
      MessageLines.read(in, join::add);
    } catch (MatchRefused refused) {
      throw CommandRefused.about(file, refused);
    }
    // Without flushing at each line: a million pairs are written in one go
    var out = new PrintWriter(command.commandLine().getOut(), false);
    var lines = new MatchLines(out);
    if (output.groups) {
      join.groups(lines::write);
    } else {
      join.pairs(lines::write);
    }
    if (out.checkError()) {
      throw CommandRefused.outputClosed();
    }
    return ExitCode.DONE;
  }
}
