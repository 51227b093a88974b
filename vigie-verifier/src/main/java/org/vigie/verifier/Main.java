package org.vigie.verifier;

import java.util.List;
import java.util.Locale;
import org.vigie.evidence.VerifyCommand;
import org.vigie.kernel.SuppressForbidden;

/**
 * {@code java -jar verify.jar PACKAGE}: exit 0 if all holds, 1 if a check fails, 2 if it is none.
 */
@SuppressForbidden(reason = "a command line prints")
public final class Main {

  private Main() {}

  /** Runs the check and ends the process with its code. */
  public static void main(String[] arguments) {
    var command =
        new VerifyCommand(System.out, System.err, Locale.getDefault(), "java -jar verify.jar");
    System.exit(command.run(List.of(arguments)));
  }
}
