package org.vigie.node.exhibit;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigie.kernel.BlobId;
import org.vigie.register.ForgetfulJson;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The messages that were read from an exhibit, page by page. Opens the sealed bytes in memory and
 * reads only what a page needs; a search passes over all of them and keeps what it finds. For one
 * request.
 */
public final class Reading {

  private static final int LONGEST_LINE = 16 << 20;
  private static final int BUFFER = 64 * 1024;
  private static final int NUMBER = "{\"n\":".length();
  private static final Glance EVERYTHING = Sift.ALL.glance();
  private static final JsonMapper JSON =
      ForgetfulJson.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final OpenRegister file;
  private final ExhibitReceived.Bytes messages;
  private final ReadingReport report;
  private final MessageIndex index;

  private Reading(
      OpenRegister file, ExhibitReceived.Bytes messages, ReadingReport report, MessageIndex index) {
    this.file = file;
    this.messages = messages;
    this.report = report;
    this.index = index;
  }

  /**
   * Some messages of a reading.
   *
   * @param messages in order
   * @param earlier number of the message to begin at for those before; 0 where there are none
   * @param later number of the message to begin at for those after; 0 where there are none
   * @param all how many there are in all that were asked for
   */
  public record Slice(List<ReadMessage> messages, long earlier, long later, long all) {}

  /** The reading of {@code exhibit}; empty if no messages were read from it. */
  public static Optional<Reading> of(OpenRegister file, Exhibit exhibit)
      throws RegisterRefused, IOException {
    var made = exhibit.derived("messages");
    var kept = exhibit.derived("index");
    if (made.isEmpty() || kept.isEmpty()) {
      return Optional.empty();
    }
    MessageIndex index;
    try (var in = file.openBlob(new BlobId(kept.get().bytes().blob()))) {
      index = MessageIndex.parse(in.readAllBytes());
    }
    var report = ReadingReport.parse(made.get().report());
    return index.pages().isEmpty()
        ? Optional.empty()
        : Optional.of(new Reading(file, made.get().bytes(), report, index));
  }

  /**
   * Whether the messages of {@code exhibit} lie in a file of an archive, so that their places are
   * none in the bytes as received.
   */
  public static boolean withinArchive(Exhibit exhibit) {
    return exhibit
        .derived("messages")
        .map(made -> !ReadingReport.parse(made.report()).source().isEmpty())
        .orElse(false);
  }

  /** What the reader said. */
  public ReadingReport report() {
    return report;
  }

  /** Where pages begin, and the silences. */
  public MessageIndex index() {
    return index;
  }

  /** The page that begins at message {@code at} or holds it. */
  public Slice page(long at) throws RegisterRefused, IOException {
    var start = index.pageOf(at);
    var found = new ArrayList<ReadMessage>();
    try (var lines = new Lines(start.offset())) {
      for (var m = lines.next(); m.isPresent(); m = lines.next()) {
        if (found.size() == MessageIndex.PAGE) {
          return new Slice(List.copyOf(found), before(start.n()), m.get().n(), report.messages());
        }
        found.add(m.get());
      }
    }
    return new Slice(List.copyOf(found), before(start.n()), 0, report.messages());
  }

  private static long before(long n) {
    return n <= 1 ? 0 : Math.max(1, n - MessageIndex.PAGE);
  }

  /** A page of the messages that {@code sift} takes, from message {@code at} on. */
  public Slice sifted(Sift sift, long at) throws RegisterRefused, IOException {
    if (sift.all()) {
      return page(at);
    }
    var found = new ArrayList<ReadMessage>();
    var passed = new ArrayDeque<Long>();
    var glance = sift.glance();
    var later = 0L;
    var all = 0L;
    try (var lines = new Lines(0)) {
      while (lines.advance(glance)) {
        var n = lines.number();
        if (!sift.takes(n)) {
          continue;
        }
        var wanted = n >= at && found.size() < MessageIndex.PAGE;
        var message = wanted || !glance.decides() ? lines.message() : Optional.<ReadMessage>empty();
        if (!glance.decides() && message.filter(sift::takes).isEmpty()) {
          continue;
        }
        all++;
        if (n < at) {
          passed.addLast(n);
          if (passed.size() > MessageIndex.PAGE) {
            passed.removeFirst();
          }
        } else if (wanted) {
          message.ifPresent(found::add);
        } else if (later == 0) {
          later = n;
        }
      }
    }
    return new Slice(List.copyOf(found), first(passed), later, all);
  }

  private static long first(ArrayDeque<Long> passed) {
    var first = passed.peekFirst();
    return first == null ? 0 : first;
  }

  /** Number of the first message at or after {@code time}; of the last one if there is none. */
  public long from(LocalDateTime time) throws RegisterRefused, IOException {
    var last = 1L;
    try (var lines = new Lines(index.pageBefore(time).offset())) {
      for (var m = lines.next(); m.isPresent(); m = lines.next()) {
        last = m.get().n();
        if (m.get().local().map(local -> !local.isBefore(time)).orElse(false)) {
          return last;
        }
      }
    }
    return last;
  }

  /** Number of the message that holds source line {@code line}. */
  public long atLine(long line) throws RegisterRefused, IOException {
    var found = lines(line, line, 1);
    return found.isEmpty() ? 1 : found.getFirst().n();
  }

  /** The messages that hold source lines {@code first} to {@code last}, {@code most} at most. */
  public List<ReadMessage> lines(long first, long last, int most)
      throws RegisterRefused, IOException {
    var found = new ArrayList<ReadMessage>();
    try (var lines = new Lines(index.pageOfLine(first).offset())) {
      for (var m = lines.next(); m.isPresent() && found.size() < most; m = lines.next()) {
        if (m.get().line() > last) {
          break;
        }
        if (m.get().lastLine() >= first) {
          found.add(m.get());
        }
      }
    }
    return List.copyOf(found);
  }

  /** Gives every message to {@code each}, in order. */
  public void each(Consumer<ReadMessage> each) throws RegisterRefused, IOException {
    try (var lines = new Lines(0)) {
      for (var m = lines.next(); m.isPresent(); m = lines.next()) {
        each.accept(m.get());
      }
    }
  }

  /** Messages from a place on. */
  private final class Lines implements AutoCloseable {

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private byte[] line = new byte[BUFFER];
    private int at;
    private int end;
    private int length;

    Lines(long offset) throws RegisterRefused, IOException {
      in = file.openBlob(new BlobId(messages.blob()), offset, messages.length() - offset);
    }

    /** The next message that can be read; lines that cannot are passed over. */
    Optional<ReadMessage> next() throws IOException {
      while (advance(EVERYTHING)) {
        var message = message();
        if (message.isPresent()) {
          return message;
        }
      }
      return Optional.empty();
    }

    /** Goes on to the next line that {@code glance} does not pass over. */
    boolean advance(Glance glance) throws IOException {
      for (length = nextLine(); length >= 0; length = nextLine()) {
        if (glance.mayTake(line, length)) {
          return true;
        }
      }
      return false;
    }

    /** The number the line begins with; 0 if it has none. */
    long number() {
      var n = 0L;
      for (var i = NUMBER; i < Math.min(length, NUMBER + 15) && digit(line[i]); i++) {
        n = 10 * n + line[i] - '0';
      }
      return n;
    }

    private static boolean digit(byte c) {
      return c >= '0' && c <= '9';
    }

    /** What came out of the cage is believed only as far as it makes sense. */
    Optional<ReadMessage> message() {
      try {
        return Optional.of(JSON.readValue(line, 0, length, ReadMessage.class));
      } catch (JacksonException notOurs) {
        return Optional.empty();
      }
    }

    private int nextLine() throws IOException {
      var length = 0;
      while (true) {
        if (at == end) {
          end = in.read(buffer);
          at = 0;
          if (end < 0) {
            end = 0;
            return length == 0 ? -1 : length;
          }
        }
        var from = at;
        while (at < end && buffer[at] != '\n') {
          at++;
        }
        length = append(from, at - from, length);
        if (at < end) {
          at++;
          return length;
        }
      }
    }

    private int append(int from, int count, int length) throws IOException {
      if (length + count > LONGEST_LINE) {
        throw new IOException("a message without end");
      }
      if (length + count > line.length) {
        line = java.util.Arrays.copyOf(line, Math.max(length + count, 2 * line.length));
      }
      System.arraycopy(buffer, from, line, length, count);
      return length + count;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
