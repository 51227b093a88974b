package org.vigie.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints results as they come and remembers which bars were reached. */
public final class Report {

  private final PrintStream out;
  private final List<String> missed = new ArrayList<>();
  private int bars;

  /** Prints to {@code out}. */
  public Report(PrintStream out) {
    this.out = out;
  }

  /** Begins a table; filled in as {@link String#format} does. */
  @SuppressWarnings("AnnotateFormatMethod")
  public void title(String format, Object... values) {
    out.println();
    out.println(String.format(Locale.ROOT, format, values));
  }

  /** A line of text, filled in as {@link String#format} does. */
  @SuppressWarnings("AnnotateFormatMethod")
  public void line(String format, Object... values) {
    out.println("  " + String.format(Locale.ROOT, format, values));
  }

  /** A bar that {@code value} must not fall below. */
  public void atLeast(String what, double value, double bar) {
    bar(what, value, ">=", bar, value >= bar);
  }

  /** A bar that {@code value} must not exceed. */
  public void atMost(String what, double value, double bar) {
    bar(what, value, "<=", bar, value <= bar);
  }

  private void bar(String what, double value, String relation, double bar, boolean reached) {
    bars++;
    if (!reached) {
      missed.add(what);
    }
    line(
        "%-7s %s: %.2f (bar %s %s)",
        reached ? "reached" : "MISSED",
        what,
        value,
        relation,
        String.format(Locale.ROOT, "%.2f", bar));
  }

  /** How many bars were looked at. */
  public int bars() {
    return bars;
  }

  /** The bars that were not reached. */
  public List<String> missed() {
    return List.copyOf(missed);
  }
}
