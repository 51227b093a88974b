package org.vigie.imports.tally;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.ByteRange;
import org.vigie.imports.Flag;
import org.vigie.imports.Message;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;

/**
 * Passes messages on and sees to it that every byte is in one of them or in an unparsed block.
 * Bytes between two messages (brackets, blanks, separators) belong to the first of them unless
 * {@link #frame} says that they introduce the next; what stands before the first belongs to it. Not
 * for use by several threads.
 */
public final class Records {

  private final MessageSink sink;
  private final Tally tally;
  private final boolean ordered;
  private @Nullable Item pending;
  private long cursor;
  private boolean blockLast;
  private long before = Long.MIN_VALUE;
  private @Nullable String chatBefore;

  /**
   * Passes messages to {@code sink}.
   *
   * @param ordered whether the format writes the oldest first, so that a step back is worth a flag
   */
  public Records(ReadOptions options, MessageSink sink, boolean ordered) {
    this.sink = sink;
    this.tally = new Tally(options.companions());
    this.ordered = ordered;
  }

  /** Where warnings go. */
  public Tally tally() {
    return tally;
  }

  /** Takes a message whose record begins at its own start; items come in the order of theirs. */
  public void add(Item item) throws IOException {
    flush(item.start);
    pending = item;
    blockLast = false;
  }

  /** Takes a message of which only the bytes before {@code from} were looked at. */
  public void addCut(Item item, long from, long end) throws IOException {
    add(item.flag(Flag.CUT));
    block(from, end, item.line, "rest of a message that is longer than the limit");
  }

  /** Bytes from {@code at} on introduce what comes next. */
  public void frame(long at) throws IOException {
    flush(at);
  }

  /** Notes bytes that are in no message. */
  public void block(long from, long end, long line, String why) throws IOException {
    flush(from);
    if (end > cursor) {
      tally.unparsed(new ByteRange(cursor, end - cursor), line, why);
      cursor = end;
      blockLast = true;
    } else if (from == end) {
      tally.warn("line " + line + ": " + why);
    }
  }

  /**
   * Passes the last message on and reports.
   *
   * @param total the length of the source
   */
  public ReadReport finish(String format, long total, ReadReport.Dates dates) throws IOException {
    flush(total);
    if (cursor < total) {
      // The end of a frame that no message follows: it goes with the block before it, if any.
      var why = blockLast ? "end of the file" : "no message";
      tally.unparsed(new ByteRange(cursor, total - cursor), 1, why);
    }
    return tally.report(format, total, dates);
  }

  private void flush(long boundary) throws IOException {
    var item = pending;
    if (item == null) {
      return;
    }
    pending = null;
    var range = new ByteRange(cursor, boundary - cursor);
    cursor = boundary;
    sink.accept(message(item, range));
  }

  private Message message(Item item, ByteRange range) {
    var author = item.author;
    if (author != null) {
      tally.wrote(author);
    }
    var number = number(item);
    return new Message(
        number,
        item.line,
        item.when,
        author,
        item.kind,
        item.text,
        item.media,
        flags(item),
        range,
        item.chat);
  }

  private long number(Item item) {
    var local = item.when.local();
    if (local == null) {
      return tally.nextUndated();
    }
    var seconds = local.toEpochSecond(ZoneOffset.UTC);
    var offset = item.when.offset();
    var compared = offset == null ? seconds : seconds - offset.getTotalSeconds();
    var same = Objects.equals(item.chat, chatBefore);
    if (ordered && same && compared < before) {
      item.flag(Flag.OUT_OF_ORDER);
    }
    before = compared;
    chatBefore = item.chat;
    return tally.next(seconds);
  }

  private List<Flag> flags(Item item) {
    if (item.companion != null && tally.missing(item.companion)) {
      item.flag(Flag.MISSING);
    }
    if (item.text.indexOf('\uFFFD') >= 0) {
      item.flag(Flag.MALFORMED_TEXT);
    }
    if (item.flags.contains(Flag.MALFORMED_TEXT)) {
      tally.malformed();
    }
    return item.flags.isEmpty() ? List.of() : List.copyOf(item.flags);
  }
}
