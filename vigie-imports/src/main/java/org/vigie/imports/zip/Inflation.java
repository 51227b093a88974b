package org.vigie.imports.zip;

import java.util.HashMap;
import java.util.Map;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.archive.ArchiveLimit;
import org.vigie.imports.archive.Budget;

/** Counts what comes out of one archive. A file read twice counts once. */
final class Inflation {

  private static final long FREE = 1L << 20;

  private final ImportLimits limits;
  private final Budget budget;
  private final Map<Long, Long> furthest = new HashMap<>();

  Inflation(ImportLimits limits, Budget budget) {
    this.limits = limits;
    this.budget = budget;
  }

  /** Checks a file of which {@code in} bytes have become {@code out}. */
  void check(Archive.Entry entry, long in, long out) throws ArchiveLimit {
    if (out > FREE && out > in * limits.ratio()) {
      throw new ArchiveLimit("import.zip-ratio", limits.ratio());
    }
    var before = furthest.getOrDefault(entry.headerAt(), 0L);
    if (out > before) {
      furthest.put(entry.headerAt(), out);
      budget.take(out - before);
    }
  }
}
