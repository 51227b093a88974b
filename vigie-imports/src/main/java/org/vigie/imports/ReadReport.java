package org.vigie.imports;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read and what was not. Lists are cut at 1,000 entries; a warning gives the full count.
 *
 * @param format for example {@code whatsapp-android}
 * @param source the file within an archive, or null
 * @param messages how many
 * @param first the earliest time, or null without messages
 * @param last the latest time, or null without messages
 * @param authors names in the order of their first message
 * @param bytes the length of what was read; for an archive, of the text in it
 * @param unparsed every range that is in no message
 * @param dates how dates were read
 * @param missingMedia files that are named but did not come along
 * @param warnings sentences for the person, in English
 */
public record ReadReport(
    String format,
    @Nullable String source,
    long messages,
    @Nullable LocalDateTime first,
    @Nullable LocalDateTime last,
    List<String> authors,
    long bytes,
    List<ByteRange> unparsed,
    Dates dates,
    List<String> missingMedia,
    List<String> warnings) {

  /** How dates were read. */
  public record Dates(DateOrder order, DateOrderBy by) {}

  /** The bytes that are in no message. */
  public long bytesUnparsed() {
    return unparsed.stream().mapToLong(ByteRange::length).sum();
  }

  /** The same, naming the file within the archive and with more to warn of. */
  public ReadReport within(String entry, List<String> more) {
    var all = new ArrayList<>(warnings);
    all.addAll(more);
    return new ReadReport(
        format,
        source == null ? entry : entry + "/" + source,
        messages,
        first,
        last,
        authors,
        bytes,
        unparsed,
        dates,
        missingMedia,
        List.copyOf(all));
  }
}
