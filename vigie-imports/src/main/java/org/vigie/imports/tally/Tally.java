package org.vigie.imports.tally;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.ByteRange;
import org.vigie.imports.ReadReport;

/** What adds up to the report while messages pass. Not for use by several threads. */
public final class Tally {

  private static final int MOST_LISTED = 1000;
  private static final int MOST_WARNINGS = 50;
  private static final int MOST_NAMES = 50_000;

  private final @Nullable Set<String> companions;
  private final List<ByteRange> unparsed = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Set<String> authors = new LinkedHashSet<>();
  private long messages;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long undated;
  private long missingCount;
  private long malformed;
  private long warningCount;

  /** {@code companions}: the files that came along, lower case; null when only the text came. */
  public Tally(@Nullable Set<String> companions) {
    this.companions = companions;
  }

  /** The number of the next message, whose clock reading is given as seconds since 1970. */
  public long next(long epochSecond) {
    first = Math.min(first, epochSecond);
    last = Math.max(last, epochSecond);
    return ++messages;
  }

  /** The number of the next message, which bears no time. */
  public long nextUndated() {
    undated++;
    return ++messages;
  }

  /** Notes who wrote. */
  public void wrote(String author) {
    if (authors.size() < MOST_NAMES) {
      authors.add(author);
    }
  }

  /** Notes a named file, which may stand within folders; true when it did not come along. */
  public boolean missing(String file) {
    var name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    if (companions != null && companions.contains(name.toLowerCase(Locale.ROOT))) {
      return false;
    }
    missingCount++;
    if (missing.size() < MOST_LISTED) {
      missing.add(file);
    }
    return true;
  }

  /** Notes a message with bytes that are no text. */
  public void malformed() {
    malformed++;
  }

  /** Notes bytes that are in no message. */
  public void unparsed(ByteRange range, long line, String why) {
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
  public void warn(String sentence) {
    warningCount++;
    if (warnings.size() < MOST_WARNINGS) {
      warnings.add(sentence);
    }
  }

  /** Notes a sentence for the person, if it holds. */
  public void warnIf(boolean holds, String sentence) {
    if (holds) {
      warn(sentence);
    }
  }

  /** The report, with the names that {@link #wrote} was told. */
  public ReadReport report(String format, long bytes, ReadReport.Dates dates) {
    var names = authors.stream().limit(MOST_LISTED).toList();
    return report(format, bytes, names, authors.size(), dates);
  }

  /** The report, with names that somebody else kept, and how many there are. */
  public ReadReport report(
      String format, long bytes, List<String> names, long named, ReadReport.Dates dates) {
    return new ReadReport(
        format,
        null,
        messages,
        first > last ? null : time(first),
        first > last ? null : time(last),
        names,
        bytes,
        List.copyOf(unparsed),
        dates,
        List.copyOf(missing),
        sentences(names, named));
  }

  private List<String> sentences(List<String> names, long named) {
    var all = new ArrayList<>(warnings);
    if (warningCount > warnings.size()) {
      all.add((warningCount - warnings.size()) + " more warnings of the same kinds");
    }
    if (malformed > 0) {
      all.add(malformed + " messages hold bytes that are not valid text; shown as U+FFFD");
    }
    if (undated > 0) {
      all.add(undated + " messages bear no time that can be read");
    }
    if (missingCount > missing.size()) {
      all.add(missingCount + " files are named but missing; the first 1000 are listed");
    }
    if (named > names.size()) {
      all.add(named + " authors; the first 1000 are listed");
    }
    return List.copyOf(all);
  }

  private static LocalDateTime time(long epochSecond) {
    return LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
  }
}
