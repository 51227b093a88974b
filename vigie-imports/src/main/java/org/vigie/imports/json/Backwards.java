package org.vigie.imports.json;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.vigie.imports.ByteRange;
import org.vigie.imports.Message;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Source;
import org.vigie.imports.tally.Records;

/**
 * Gives the messages of a file that has the newest first in the order of time. The first pass only
 * notes where records and messages are, 24 bytes each; the second reads records again, a few
 * thousand at a time from the end. Not for use by several threads.
 */
public final class Backwards implements MessageSink {

  private static final int MOST = 2_000_000;
  private static final int MOST_AT_ONCE = 20_000;
  private static final long MOST_BYTES_AT_ONCE = 8L << 20;

  /** Makes messages of a record. */
  @FunctionalInterface
  public interface Maker {
    /** Adds the messages of record {@code index}, counted from 0, which was cut or not. */
    void make(Json.Members record, JsonTree tree, int index, long end, Records records)
        throws IOException;
  }

  private long[] records = new long[1024];
  private long[] offsets = new long[1024];
  private long[] lengths = new long[1024];
  private long[] lines = new long[1024];
  private int recordCount;
  private int count;
  private boolean full;

  /** Notes where a record begins. */
  public void record(long at, long line) {
    if (recordCount == MOST) {
      full = true;
      return;
    }
    if (recordCount == records.length) {
      records = Arrays.copyOf(records, recordCount * 2);
      lines = Arrays.copyOf(lines, recordCount * 2);
    }
    records[recordCount] = at;
    lines[recordCount++] = line;
  }

  @Override
  public void accept(Message message) {
    if (count == MOST) {
      full = true;
      return;
    }
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
    }
    offsets[count] = message.range().offset();
    lengths[count++] = message.range().length();
  }

  /** Whether there are too many to be turned round. */
  public boolean isFull() {
    return full;
  }

  /** Passes all messages on, the last record of the source first. */
  public void replay(
      Source source, ReadOptions options, Set<String> ignored, Maker maker, MessageSink sink)
      throws IOException {
    var end = recordCount;
    long n = 0;
    while (end > 0) {
      var from = end - 1;
      while (from > 0
          && end - from < MOST_AT_ONCE
          && records[end - 1] - records[from - 1] < MOST_BYTES_AT_ONCE) {
        from--;
      }
      var made = chunk(source, options, ignored, maker, from, end);
      while (!made.isEmpty()) {
        var group = made.pop();
        count -= group.size();
        for (var i = 0; i < group.size(); i++) {
          sink.accept(placed(group.get(i), ++n, count + i));
        }
      }
      end = from;
    }
  }

  private Message placed(Message m, long n, int index) {
    var range = new ByteRange(offsets[index], lengths[index]);
    return new Message(
        n,
        m.line(),
        m.when(),
        m.author(),
        m.kind(),
        m.text(),
        m.media(),
        m.flags(),
        range,
        m.chat());
  }

  /** The messages of some records, a list for each record, the last on top. */
  private Deque<List<Message>> chunk(
      Source source, ReadOptions options, Set<String> ignored, Maker maker, int from, int end)
      throws IOException {
    Deque<List<Message>> made = new ArrayDeque<>();
    var longest = options.limits().messageBytes();
    for (var i = from; i < end; ) {
      try (var in = source.open(records[i])) {
        var pull = JsonPull.within(in, records[i], lines[i], longest);
        var tree = new JsonTree(pull, ignored, longest);
        var next = run(pull, tree, options, maker, i, end, made);
        if (next == i) {
          throw new IOException("the source changed while it was read");
        }
        i = next;
      } catch (MalformedJson impossible) {
        throw new IOException("the source changed while it was read", impossible);
      }
    }
    return made;
  }

  /** Reads on until records do not follow one another; the next record to read. */
  private int run(
      JsonPull pull,
      JsonTree tree,
      ReadOptions options,
      Maker maker,
      int from,
      int end,
      Deque<List<Message>> made)
      throws IOException, MalformedJson {
    for (var i = from; i < end; i++) {
      var token = pull.depth() == 0 ? JsonPull.Token.END : pull.next();
      if (token != JsonPull.Token.OBJECT || pull.tokenAt() != records[i]) {
        return i;
      }
      if (tree.read(token) instanceof Json.Members record) {
        var group = new ArrayList<Message>();
        var one = new Records(options, group::add, false);
        maker.make(record, tree, i, pull.place(), one);
        one.frame(pull.place());
        made.push(group);
      }
    }
    return end;
  }
}
