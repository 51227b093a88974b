package org.vigie.node.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.ledger.LedgerRefused;
import org.vigie.node.ops.Home;
import org.vigie.node.ops.HomeLock;
import org.vigie.node.ops.SettingsReader;
import org.vigie.node.witness.AnotherLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./vigie begin-log}: the way on after a house's custody log showed two histories. */
@Command(
    name = "begin-log",
    description = {
      "End the custody log and begin another under a new name and key,",
      "after two histories of it showed. Says first what it would do."
    },
    footer = {"", "Example: ./vigie begin-log --home /srv/vigie"})
final class BeginLogCommand implements Callable<Integer> {

  private static final long NOT_SAID = -1;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--home", paramLabel = "DIR", description = "The home; its node is stopped.")
  private @Nullable Path home;

  @Option(
      names = "--agreed",
      paramLabel = "ENTRIES",
      description = "Entries that both histories share, if you know it better; 0 for none.")
  private long agreed = NOT_SAID;

  @Option(names = "--yes", description = "Do it. It cannot be undone.")
  private boolean yes;

  @Override
  @SuppressForbidden(reason = "the new log says when it was begun")
  public Integer call() throws IOException, Refusal {
    var kept = new Home(SettingsReader.read(Homes.of(home), System.getenv()).home());
    if (!Files.exists(kept.log().resolve("checkpoint"))) {
      throw refused("begin-log.none", kept.folder());
    }
    try (var _ = HomeLock.take(kept)) {
      return begin(AnotherLog.of(kept, new SecureRandom(), Clock.systemUTC()));
    } catch (LedgerRefused damaged) {
      throw refused("begin-log.damaged", kept.folder());
    }
  }

  private Integer begin(AnotherLog another) throws IOException, LedgerRefused, CommandRefused {
    var plan = another.plan();
    if (plan.alarms() == 0 && agreed == NOT_SAID) {
      throw refused("begin-log.nothing");
    }
    var size = agreed == NOT_SAID ? plan.shared() : agreed;
    if (size > plan.shared()) {
      throw refused("begin-log.beyond", plan.shared());
    }
    if (size < 0 || !another.keeps(size)) {
      throw refused("begin-log.size", size);
    }
    var sentences = Sentences.ofEnvironment();
    out().println(sentences.of("begin-log.stands", plan.log().name(), plan.left(), size));
    if (!yes) {
      out().println(sentences.of("begin-log.would", plan.left() - size));
      out().println(sentences.of("begin-log.how"));
      return ExitCode.DONE;
    }
    var key = another.begin(size);
    out().println(sentences.of("begin-log.done", key.name(), key.fingerprint()));
    out().println(sentences.of("begin-log.next"));
    return ExitCode.DONE;
  }

  private static CommandRefused refused(String key, Object... details) {
    return new CommandRefused(ExitCode.UNUSABLE_INPUT, key, details);
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("picocli fills the spec in");
    }
    return spec.commandLine().getOut();
  }
}
