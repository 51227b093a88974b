package org.vigie.node.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Refusal;
import org.vigie.seal.AgeFile;
import org.vigie.seal.PassphraseRecipient;
import org.vigie.seal.Recipient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./vigie seal}: age files that the public {@code age} tool opens. */
@Command(
    name = "seal",
    description =
        "Seal files so that only the recipients can open them: writes FILE.age beside each file.",
    footer = {"", "Example: ./vigie seal letter.pdf -r age1…"})
final class SealCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "What to seal.")
  private List<Path> files = List.of();

  @Option(
      names = {"-r", "--recipient"},
      paramLabel = "RECIPIENT",
      description = "A public key: age1pq… (hybrid, post-quantum) or age1… (X25519).")
  private List<String> recipients = List.of();

  @Option(
      names = {"-p", "--passphrase"},
      description = "Seal with a passphrase instead; it is asked for, never given as an argument.")
  private boolean passphrase;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Read the passphrase from the first line of this file.")
  private @Nullable Path passphraseFile;

  @Override
  public Integer call() throws IOException, Refusal {
    var asked = passphrase || passphraseFile != null;
    if (asked == !recipients.isEmpty()) {
      throw new CommandRefused(ExitCode.WRONG_USAGE, "cli.seal.recipient");
    }
    // All of them before the first: a slip in the last name must not leave the work half done.
    for (var file : files) {
      require(file);
    }
    var to = asked ? passphrase() : RecipientKeys.of(recipients);
    for (var file : files) {
      seal(file, to);
    }
    return ExitCode.DONE;
  }

  private static void require(Path file) throws CommandRefused {
    Given.requireFile(file);
    var sealed = sealed(file);
    if (Files.exists(sealed)) {
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.seal.exists", sealed);
    }
    Given.requirePlace(sealed);
  }

  private static void seal(Path file, List<Recipient> to) throws IOException, CommandRefused {
    try (var in = Files.newInputStream(file);
        var written = WholeFile.write(sealed(file))) {
      try (var out = AgeFile.sealTo(written.stream(), to)) {
        out.transferFrom(in);
      }
      written.show();
    }
  }

  private static Path sealed(Path file) {
    return Path.of(file + ".age");
  }

  private List<Recipient> passphrase() throws IOException, CommandRefused {
    return List.of(new PassphraseRecipient(AskedPassphrase.twice(passphraseFile)));
  }
}
