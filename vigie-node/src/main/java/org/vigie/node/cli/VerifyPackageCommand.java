package org.vigie.node.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.evidence.VerifyCommand;
import org.vigie.kernel.SuppressForbidden;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./vigie verify}: the check of the verifier's own jar, behind the node's front door. */
@Command(
    name = "verify",
    description = "Verify an evidence package or a receipt, offline.",
    footer = {"", "Example: ./vigie verify package.zip"})
final class VerifyPackageCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "PACKAGE",
      description = "A package (zip or folder) or a receipt; several are compared.")
  private List<String> packages = List.of();

  @Option(
      names = "--log-key",
      paramLabel = "VKEY",
      description = "The log's own key, as you know it from its house.")
  private List<String> logKeys = List.of();

  @Option(
      names = "--witness",
      paramLabel = "VKEY",
      description =
          "A witness's key, as you know it from that house; one of them must have signed.")
  private List<String> witnesses = List.of();

  @Override
  @SuppressForbidden(reason = "a command line prints")
  public Integer call() throws CommandRefused {
    var locale = Sentences.localeOfEnvironment();
    // In UTF-8 whatever the locale is, as every other command writes.
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    var code = new VerifyCommand(out, err, locale, "vigie verify").run(arguments());
    if (out.checkError()) {
      throw CommandRefused.outputClosed();
    }
    return code;
  }

  private List<String> arguments() {
    var all = new ArrayList<String>();
    logKeys.forEach(key -> all.addAll(List.of("--log-key", key)));
    witnesses.forEach(key -> all.addAll(List.of("--witness", key)));
    all.addAll(packages);
    return all;
  }
}
