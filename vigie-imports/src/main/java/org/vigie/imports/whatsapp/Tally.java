package org.vigie.imports.whatsapp;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.ByteRange;
import org.vigie.imports.ReadReport;

/** What adds up to the report while messages pass. */
final class Tally {

  private static final int MOST_LISTED = 1000;
  private static final int MOST_WARNINGS = 50;

  private final @Nullable Set<String> companions;
  private final List<ByteRange> unparsed = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private long messages;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long missingCount;
  private long malformed;
  private long warningCount;

  Tally(@Nullable Set<String> companions) {
    this.companions = companions;
  }

  /** The number of the next message. */
  long next(long epochSecond) {
    first = Math.min(first, epochSecond);
    last = Math.max(last, epochSecond);
    return ++messages;
  }

  /** Notes a named file; true when it did not come along. */
  boolean missing(String file) {
    if (companions != null && companions.contains(file.toLowerCase(Locale.ROOT))) {
      return false;
    }
    missingCount++;
    if (missing.size() < MOST_LISTED) {
      missing.add(file);
    }
    return true;
  }

  /** Notes a message with bytes that are no text. */
  void malformed() {
    malformed++;
  }

  /** Notes bytes that are in no message. */
  void unparsed(ByteRange range, long line, String why) {
    var previous = unparsed.isEmpty() ? null : unparsed.getLast();
    if (previous != null && (previous.end() == range.offset() || unparsed.size() >= MOST_LISTED)) {
      var joined = new ByteRange(previous.offset(), range.end() - previous.offset());
      unparsed.set(unparsed.size() - 1, joined);
    } else {
      unparsed.add(range);
      warn("line " + line + ": " + why);
    }
  }

  /** Notes a sentence for the person. */
  void warn(String sentence) {
    warningCount++;
    if (warnings.size() < MOST_WARNINGS) {
      warnings.add(sentence);
    }
  }

  ReadReport report(String format, long bytes, Authors authors, ReadReport.Dates dates) {
    var all = new ArrayList<>(warnings);
    if (warningCount > warnings.size()) {
      all.add((warningCount - warnings.size()) + " more warnings of the same kinds");
    }
    if (malformed > 0) {
      all.add(malformed + " messages hold bytes that are not valid text; shown as U+FFFD");
    }
    if (missingCount > missing.size()) {
      all.add(missingCount + " files are named but missing; the first 1000 are listed");
    }
    var names = authors.names();
    if (authors.count() > names.size()) {
      all.add(authors.count() + " authors; the first 1000 are listed");
    }
    return new ReadReport(
        format,
        null,
        messages,
        messages == 0 ? null : time(first),
        messages == 0 ? null : time(last),
        names,
        bytes,
        List.copyOf(unparsed),
        dates,
        List.copyOf(missing),
        List.copyOf(all));
  }

  private static LocalDateTime time(long epochSecond) {
    return LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
  }
}
