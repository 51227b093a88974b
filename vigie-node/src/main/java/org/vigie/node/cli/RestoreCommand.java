package org.vigie.node.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.node.backup.BackupRefused;
import org.vigie.node.backup.Restore;
import org.vigie.seal.AgeFile;
import org.vigie.seal.SealRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./vigie restore}: the way back from a backup. */
@Command(
    name = "restore",
    description = "Restore a backup into a home that does not exist or is empty; checks it first.",
    footer = {"", "Example: ./vigie restore /media/usb/house.vigie --home /srv/vigie --dry-run"})
final class RestoreCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of("");

  @Option(
      names = "--home",
      paramLabel = "DIR",
      required = true,
      description = "Where to restore; must not exist, or be empty.")
  private Path home = Path.of("");

  @Option(names = "--dry-run", description = "Check everything, say what would be done, and stop.")
  private boolean dryRun;

  @Option(
      names = {"-i", "--identity"},
      paramLabel = "IDENTITY-FILE",
      description = "What opens the file, if it was sealed for somebody.")
  private List<Path> identityFiles = List.of();

  @Override
  public Integer call() throws IOException, Refusal {
    if (!Files.isRegularFile(file)) {
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "backup.no-file", file);
    }
    try {
      Restore.requireEmpty(home);
      if (identityFiles.isEmpty()) {
        restore(file);
      } else {
        opened();
      }
    } catch (BackupRefused refused) {
      var code = refused.failedCheck() ? ExitCode.CHECK_FAILED : ExitCode.UNUSABLE_INPUT;
      throw new CommandRefused(code, refused.key(), refused.details().toArray());
    }
    return ExitCode.DONE;
  }

  private void opened() throws IOException, Refusal {
    var identities = IdentityFiles.read(identityFiles);
    try (var work = TemporaryHome.of(Restore.workshop(home));
        var in = Files.newInputStream(file)) {
      var plain = work.folder().resolve("backup");
      AgeFile.openWhole(in, identities, plain);
      restore(plain);
    } catch (SealRefused refused) {
      throw CommandRefused.about(file, refused);
    } finally {
      for (var identity : identities) {
        identity.close();
      }
    }
  }

  @SuppressForbidden(reason = "a custody log is read with the real clock")
  private void restore(Path backup) throws IOException, BackupRefused {
    var clock = Clock.systemUTC();
    var random = new SecureRandom();
    var content =
        dryRun
            ? Restore.check(home, backup, random, clock)
            : Restore.into(home, backup, random, clock);
    var sentences = Sentences.ofEnvironment();
    var counts = content.counts();
    out()
        .println(
            sentences.of(
                "backup.content",
                content.day(),
                content.files(),
                content.bytes() >> 10,
                counts.accounts(),
                counts.registers(),
                counts.entries()));
    out().println(sentences.of(dryRun ? "backup.would" : "backup.restored", home));
    out().println(sentences.of("backup.erased-again", content.day()));
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("picocli fills the spec in");
    }
    return spec.commandLine().getOut();
  }
}
