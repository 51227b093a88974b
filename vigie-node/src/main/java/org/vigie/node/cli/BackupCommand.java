package org.vigie.node.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.node.backup.Backup;
import org.vigie.node.ops.Home;
import org.vigie.node.ops.NodeSettings;
import org.vigie.node.ops.SettingsReader;
import org.vigie.seal.AgeFile;
import org.vigie.seal.Recipient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./vigie backup}: one file with everything of a home, while its node runs. */
@Command(
    name = "backup",
    description = "Back a home up into one file, while its node runs; everything stays sealed.",
    footer = {"", "Example: ./vigie backup --home /srv/vigie /media/usb/house.vigie"})
final class BackupCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--home", paramLabel = "DIR", description = "The home to back up.")
  private @Nullable Path home;

  @Option(
      names = {"-r", "--recipient"},
      paramLabel = "RECIPIENT",
      description = "Seal the file once more, for this public key.")
  private List<String> recipients = List.of();

  @Parameters(paramLabel = "FILE", description = "Where to write; must not exist.")
  private Path file = Path.of("");

  @Override
  @SuppressForbidden(reason = "a backup says on which day it was made")
  public Integer call() throws IOException, Refusal {
    var settings = SettingsReader.read(Homes.of(home), System.getenv());
    require(settings);
    var kept = new Home(settings.home());
    var blobs = blobs(settings, kept);
    var copy = file.resolveSibling("." + file.getFileName() + ".db.part");
    var to = recipients.isEmpty() ? List.<Recipient>of() : RecipientKeys.of(recipients);
    try (var whole = WholeFile.write(file)) {
      Backup.Made made;
      if (to.isEmpty()) {
        made = Backup.write(kept, blobs, copy, whole.stream(), Clock.systemUTC());
      } else {
        try (var sealed = AgeFile.sealTo(whole.stream(), to)) {
          made = Backup.write(kept, blobs, copy, sealed, Clock.systemUTC());
        }
      }
      whole.keep();
      var sentences = Sentences.ofEnvironment();
      out().println(sentences.of("backup.made", file, made.blobs(), made.bytes() >> 10));
      out().println(sentences.of(to.isEmpty() ? "backup.keep" : "backup.keep.sealed"));
    }
    return ExitCode.DONE;
  }

  private void require(NodeSettings settings) throws IOException, CommandRefused {
    if (!settings.stores().database().isBlank()) {
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "backup.postgresql");
    }
    if (Files.exists(file)) {
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "backup.exists", file);
    }
    Given.requirePlace(file);
    var kept = new Home(settings.home());
    var above = file.toAbsolutePath().normalize().getParent();
    if (!Files.exists(kept.database()) || above == null) {
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "backup.no-home", settings.home());
    }
    var needed = Backup.estimate(kept, blobs(settings, kept));
    var free = Files.getFileStore(above).getUsableSpace();
    if (free < needed) {
      throw new CommandRefused(
          ExitCode.UNUSABLE_INPUT, "backup.space", (needed >> 20) + 1, free >> 20);
    }
  }

  private static Path blobs(NodeSettings settings, Home home) {
    var address = settings.stores().blobs();
    return address.isBlank() ? home.blobs() : Path.of(URI.create(address));
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("picocli fills the spec in");
    }
    return spec.commandLine().getOut();
  }
}
