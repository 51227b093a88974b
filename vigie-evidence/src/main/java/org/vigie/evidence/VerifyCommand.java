package org.vigie.evidence;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.NoteKey;

/**
 * The command {@code verify}: one line a check, {@code ok} or {@code FAILED}, then a summary. The
 * node and the small verifier share it.
 */
public final class VerifyCommand {

  /** Every check holds. */
  public static final int ALL_HOLD = 0;

  /** At least one check failed. */
  public static final int ONE_FAILED = 1;

  /** The input is no package and no receipt. */
  public static final int NOT_A_PACKAGE = 2;

  /** The arguments make no sense. */
  public static final int WRONG_USAGE = 64;

  private final PrintStream out;
  private final PrintStream err;
  private final String program;
  private Locale locale;

  /**
   * A command.
   *
   * @param program how the person called it, for the line on usage
   */
  public VerifyCommand(PrintStream out, PrintStream err, Locale locale, String program) {
    this.out = out;
    this.err = err;
    this.locale = locale;
    this.program = program;
  }

  /** Runs with arguments as a person types them and returns the exit code. */
  public int run(List<String> arguments) {
    var files = new ArrayList<Path>();
    var trusted = new ArrayList<String>();
    var witnesses = new ArrayList<NoteKey>();
    for (var i = 0; i < arguments.size(); i++) {
      var argument = arguments.get(i);
      if (argument.equals("--help") || argument.equals("-h")) {
        out.println(sentences().sentence("usage", program));
        return ALL_HOLD;
      }
      if (argument.startsWith("--")) {
        if (i + 1 == arguments.size()
            || !option(argument, arguments.get(i + 1), trusted, witnesses)) {
          return usage();
        }
        i++;
      } else {
        try {
          files.add(Path.of(argument));
        } catch (InvalidPathException e) {
          return refuse("not-readable", argument);
        }
      }
    }
    return files.isEmpty() ? usage() : check(files, trusted, witnesses);
  }

  private boolean option(String name, String value, List<String> trusted, List<NoteKey> witnesses) {
    switch (name) {
      case "--witness" -> {
        try {
          return witnesses.add(NoteKey.parse(value));
        } catch (LedgerRefused noKey) {
          return false;
        }
      }
      case "--log-key" -> trusted.add(value);
      case "--lang" -> locale = Locale.of(value);
      default -> {
        return false;
      }
    }
    return true;
  }

  private int usage() {
    err.println(sentences().sentence("usage", program));
    return WRONG_USAGE;
  }

  private int refuse(String key, String file) {
    err.println("vigie: " + sentences().sentence(key, file));
    return NOT_A_PACKAGE;
  }

  private CheckSentences sentences() {
    return new CheckSentences(locale);
  }

  private int check(List<Path> files, List<String> trusted, List<NoteKey> witnesses) {
    for (var file : files) {
      if (!Files.isReadable(file)) {
        return refuse("not-readable", file.toString());
      }
    }
    var names = String.join(", ", files.stream().map(Path::toString).toList());
    try {
      return print(PackageCheck.check(files, trusted, witnesses));
    } catch (IOException e) {
      return refuse("not-readable", names);
    } catch (EvidenceRefused e) {
      return refuse("not-a-package", names);
    }
  }

  private int print(List<CheckResult> results) {
    var sentences = sentences();
    var failed = results.stream().filter(CheckResult::isFailure).count();
    var checks = results.stream().filter(r -> r.outcome() != CheckResult.Outcome.NOTE).toList();
    checks.forEach(result -> out.println(sentences.line(result)));
    out.println();
    results.stream()
        .filter(r -> r.outcome() == CheckResult.Outcome.NOTE)
        .forEach(result -> out.println(sentences.line(result)));
    var count = Integer.toString(checks.size());
    if (failed == 0) {
      out.println(sentences.sentence("summary.ok", count));
      out.println(sentences.sentence("summary.means"));
      return ALL_HOLD;
    }
    out.println(sentences.sentence("summary.failed", count, Long.toString(failed)));
    return ONE_FAILED;
  }
}
