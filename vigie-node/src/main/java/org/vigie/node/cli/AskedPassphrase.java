package org.vigie.node.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Secret;

/** Passphrases come from a prompt or a file, never from an argument or the environment. */
final class AskedPassphrase {

  private AskedPassphrase() {}

  /** Asks once, to open. */
  static Secret once(@Nullable Path file) throws IOException, CommandRefused {
    return file == null ? prompt("Passphrase: ") : firstLine(file);
  }

  /** Asks twice, to seal: a typing mistake would lock the file for good. */
  static Secret twice(@Nullable Path file) throws IOException, CommandRefused {
    if (file != null) {
      return firstLine(file);
    }
    var first = prompt("Passphrase: ");
    try (var second = prompt("The same again: ")) {
      if (!first.sameAs(second)) {
        first.close();
        throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.passphrase.differs");
      }
    }
    return first;
  }

  private static Secret prompt(String words) throws CommandRefused {
    @SuppressWarnings("SystemConsoleNull") // the JDK promises it only where a module is present
    var console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new CommandRefused(ExitCode.WRONG_USAGE, "cli.passphrase.no-terminal");
    }
    var typed = console.readPassword("%s", words);
    if (typed == null || typed.length == 0) {
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.passphrase.empty");
    }
    var bytes = ByteBuffer.allocate(4 * typed.length);
    StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(typed), bytes, true);
    Arrays.fill(typed, '\0');
    var secret = Secret.take(Arrays.copyOf(bytes.array(), bytes.position()));
    Arrays.fill(bytes.array(), (byte) 0);
    return secret;
  }

  private static Secret firstLine(Path file) throws IOException, CommandRefused {
    var content = Files.readAllBytes(file);
    var end = 0;
    while (end < content.length && content[end] != '\n' && content[end] != '\r') {
      end++;
    }
    var line = Arrays.copyOf(content, end);
    Arrays.fill(content, (byte) 0);
    if (end == 0) {
      throw new CommandRefused(ExitCode.UNUSABLE_INPUT, "cli.passphrase.empty");
    }
    return Secret.take(line);
  }
}
