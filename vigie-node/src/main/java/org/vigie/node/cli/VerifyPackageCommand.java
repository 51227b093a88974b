package org.vigie.node.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vigie.evidence.VerifyCommand;
import org.vigie.kernel.SuppressForbidden;
import picocli.CommandLine.Command;
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

  @Override
  @SuppressForbidden(reason = "a command line prints")
  public Integer call() {
    var chosen = System.getenv("VIGIE_LOCALE");
    var locale = chosen == null ? Locale.getDefault() : Locale.forLanguageTag(chosen);
    return new VerifyCommand(System.out, System.err, locale, "vigie verify").run(packages);
  }
}
