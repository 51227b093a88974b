package org.vigie.imports.zip;

import java.util.HashMap;
import java.util.Map;
import org.vigie.imports.ImportLimits;

/** Counts what comes out of one archive. A file read twice counts once. */
final class Inflation {

  private static final long FREE = 1L << 20;

  private final ImportLimits limits;
  private final Map<Long, Long> furthest = new HashMap<>();
  private long total;

  Inflation(ImportLimits limits) {
    this.limits = limits;
  }

  /** Checks a file of which {@code in} bytes have become {@code out}. */
  void check(Archive.Entry entry, long in, long out) throws ZipLimit {
    if (out > FREE && out > in * limits.ratio()) {
      throw new ZipLimit("import.zip-ratio", limits.ratio());
    }
    var before = furthest.getOrDefault(entry.headerAt(), 0L);
    if (out > before) {
      furthest.put(entry.headerAt(), out);
      total += out - before;
    }
    if (total > limits.inflatedBytes()) {
      throw new ZipLimit("import.zip-too-large", limits.inflatedBytes());
    }
  }
}
