package org.vigie.node.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Refusal;
import org.vigie.seal.AgeFile;
import org.vigie.seal.Identity;
import org.vigie.seal.PassphraseIdentity;
import org.vigie.seal.SealRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./vigie open}: the way back. The result appears only once the whole file has verified. */
@Command(
    name = "open",
    description = "Open a sealed file; nothing is written unless the whole file is intact.",
    footer = {"", "Example: ./vigie open letter.pdf.age -i key.txt -o letter.pdf"})
final class OpenCommand implements Callable<Integer> {

  private static final String SUFFIX = ".age";

  @Parameters(paramLabel = "FILE", description = "The sealed file.")
  private Path file = Path.of("");

  @Option(
      names = {"-i", "--identity"},
      paramLabel = "IDENTITY-FILE",
      description = "A file with one secret key a line, as age-keygen writes it.")
  private List<Path> identityFiles = List.of();

  @Option(
      names = {"-p", "--passphrase"},
      description = "Ask for the passphrase the file was sealed with.")
  private boolean passphrase;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Read the passphrase from the first line of this file.")
  private @Nullable Path passphraseFile;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Where to write; without it FILE less its .age.")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException, Refusal {
    var target = target();
    if (identityFiles.isEmpty() && !passphrase && passphraseFile == null) {
      throw new CommandRefused(ExitCode.WRONG_USAGE, "cli.open.identity");
    }
    Given.requireFile(file);
    if (Files.exists(target)) {
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.open.exists", target);
    }
    Given.requirePlace(target);
    var identities = identities();
    try (var in = Files.newInputStream(file)) {
      AgeFile.openWhole(in, identities, target);
    } catch (SealRefused refused) {
      throw CommandRefused.about(file, refused);
    } finally {
      for (var identity : identities) {
        identity.close();
      }
    }
    return ExitCode.DONE;
  }

  private Path target() throws CommandRefused {
    if (output != null) {
      return output;
    }
    var name = file.toString();
    if (!name.endsWith(SUFFIX)) {
      throw new CommandRefused(ExitCode.WRONG_USAGE, "cli.open.output", file);
    }
    return Path.of(name.substring(0, name.length() - SUFFIX.length()));
  }

  private List<Identity> identities() throws IOException, CommandRefused {
    var identities = new ArrayList<>(IdentityFiles.read(identityFiles));
    if (passphrase || passphraseFile != null) {
      identities.add(new PassphraseIdentity(AskedPassphrase.once(passphraseFile)));
    }
    return identities;
  }
}
