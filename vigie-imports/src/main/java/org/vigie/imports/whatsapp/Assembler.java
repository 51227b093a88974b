package org.vigie.imports.whatsapp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.ByteRange;
import org.vigie.imports.DateOrder;
import org.vigie.imports.Flag;
import org.vigie.imports.Message;
import org.vigie.imports.MessageSink;
import org.vigie.imports.Moment;
import org.vigie.imports.Precision;
import org.vigie.imports.tally.Tally;
import org.vigie.imports.tally.Zone;
import org.vigie.imports.text.Encoding;
import org.vigie.imports.text.LineWindow;

/**
 * The second pass: puts lines together to messages. A line that looks like a head but lies earlier
 * than the message before it is doubted: it may be quoted. If time soon goes on where it was, the
 * doubted lines were text; if it does not, they were messages.
 */
final class Assembler {

  private static final int MOST_DOUBTED = 200;
  private static final int QUOTED_AT_END = 2;
  private static final long USUAL_STEP_BACK = 60;
  private static final long STEP_BACK_OF_KNOWN = 10 * 60;
  private static final long CLOCK_CHANGE = 61 * 60;

  /** A head as it was read. */
  private static final class Head {
    private long line;
    private int start;
    private int rawStart;
    private int rawEnd;
    private int textStart;
    private int lineEnd;
    private boolean seconds;
    private boolean outOfOrder;
    private long time;
    private LocalDateTime local = LocalDateTime.MIN;
    private Authors.@Nullable Author author;
  }

  private final LineWindow lines;
  private final long total;
  private final Encoding encoding;
  private final HeaderScanner scanner;
  private final int shape;
  private final DateOrder order;
  private final Calendars calendars;
  private final Authors authors;
  private final Classifier classifier;
  private final Zone zone;
  private final Tally tally;
  private final int longest;
  private final MessageSink sink;

  private final Deque<Head> doubted = new ArrayDeque<>();
  private @Nullable Head open;
  private long sourceOffset;
  private boolean headerLike;
  private boolean carriageReturns;
  private boolean cut;

  Assembler(LineWindow lines, Reading reading, HeaderScanner scanner, MessageSink sink) {
    this.lines = lines;
    this.total = reading.total();
    this.encoding = reading.encoding();
    this.scanner = scanner;
    this.shape = reading.shape();
    this.order = reading.order();
    this.calendars = reading.calendars();
    this.authors = reading.authors();
    this.classifier = new Classifier(Phrases.ALL, reading.style() != HeaderScanner.DASH);
    this.zone = new Zone(reading.options().zone());
    this.tally = reading.tally();
    this.longest = reading.options().limits().messageBytes();
    this.sink = sink;
  }

  /** Reads all of it. */
  void run() throws IOException {
    while (lines.next()) {
      if (!isHead() || !taken()) {
        continued();
      }
      carriageReturns |= lines.contentEnd() < lines.end() - 1;
    }
    end();
  }

  private boolean isHead() {
    return lines.atLineStart()
        && scanner.scan(lines.buffer(), at(lines.start()), at(lines.contentEnd()))
        && scanner.shape == shape
        && calendars.resolve(scanner, order);
  }

  private int at(int relative) {
    return lines.base() + relative;
  }

  /** Takes the head on this line, unless it is in doubt. */
  private boolean taken() throws IOException {
    var head = head();
    var before = open;
    if (before != null && head.time < before.time) {
      if (before.time - head.time > stepAllowed(head, before)) {
        doubted.add(head);
        if (doubted.size() >= MOST_DOUBTED) {
          believe();
        }
        return false;
      }
      head.outOfOrder = true;
    }
    disbelieve();
    if (before != null) {
      emit(before, head.start);
      shift(head, head.start);
    } else {
      skipped(head);
    }
    open = head;
    return true;
  }

  private Head head() {
    var head = new Head();
    var base = lines.base();
    head.line = lines.number();
    head.start = lines.start();
    head.rawStart = scanner.rawStart - base;
    head.rawEnd = scanner.rawEnd - base;
    head.lineEnd = lines.contentEnd();
    head.seconds = scanner.hasSeconds;
    var ofDay = scanner.hour * 3600L + scanner.minute * 60L + scanner.second;
    head.time = calendars.epochDay * 86_400L + ofDay;
    head.local = local();
    var author = authors.find(lines.buffer(), scanner.bodyStart, at(lines.contentEnd()));
    head.author = author;
    head.textStart = (author == null ? scanner.bodyStart : authors.textStart) - base;
    return head;
  }

  private LocalDateTime local() {
    var date = calendars.date();
    if (scanner.hour == 24) {
      return LocalDateTime.of(date.plusDays(1), LocalTime.of(0, scanner.minute));
    }
    return LocalDateTime.of(
        date, LocalTime.of(scanner.hour, scanner.minute, Math.min(59, scanner.second)));
  }

  /** Messages arrive a little out of order, and clocks go back in the night. */
  private static long stepAllowed(Head head, Head before) {
    var known = head.author != null && (head.author.known || head.author == before.author);
    if (!known) {
      return USUAL_STEP_BACK;
    }
    return head.local.getHour() < 4 ? CLOCK_CHANGE : STEP_BACK_OF_KNOWN;
  }

  private void continued() throws IOException {
    var first = open;
    if (first != null && lines.end() > longest && lines.start() >= first.lineEnd) {
      believe();
      var now = open;
      if (now != null && lines.end() > longest) {
        emitCut(now);
      }
    }
    if (open == null && (cut || lines.end() > longest)) {
      block(lines.end(), lines.number(), "rest of a message that is longer than the limit");
    }
  }

  /** What stands before the first head: nothing but blanks, or a block that is listed. */
  private void skipped(Head head) {
    var b = lines.buffer();
    var blank = true;
    for (var i = at(0); i < at(head.start) && blank; i++) {
      blank = b[i] >= 0 ? b[i] <= ' ' : Marks.mark(b, i, at(head.start)) > 0;
      i += b[i] < 0 ? 2 : 0;
    }
    if (!blank) {
      block(head.start, 1, "text before the first message");
      shift(head, head.start);
    }
  }

  private void block(int end, long line, String why) {
    var length = sourceLength(end);
    tally.unparsed(new ByteRange(sourceOffset, length), line, why);
    sourceOffset += length;
    lines.advance(end);
  }

  private static void shift(Head head, int by) {
    head.start -= by;
    head.rawStart -= by;
    head.rawEnd -= by;
    head.textStart -= by;
    head.lineEnd -= by;
  }

  /** Doubted lines were text. */
  private void disbelieve() {
    if (doubted.isEmpty()) {
      return;
    }
    headerLike = true;
    var line = doubted.getFirst().line;
    tally.warn(
        "line "
            + line
            + ": looks like a message but lies back in time; kept as text"
            + (doubted.size() > 1 ? ", and " + (doubted.size() - 1) + " more lines" : ""));
    doubted.clear();
  }

  /** Doubted lines were messages. */
  private void believe() throws IOException {
    if (doubted.isEmpty()) {
      return;
    }
    tally.warn("line " + doubted.getFirst().line + ": from here on time starts again earlier");
    var moved = 0;
    while (!doubted.isEmpty()) {
      var next = doubted.removeFirst();
      shift(next, moved);
      var by = next.start;
      var before = open;
      if (before != null) {
        emit(before, by);
      }
      shift(next, by);
      moved += by;
      next.outOfOrder = true;
      open = next;
    }
  }

  private void end() throws IOException {
    if (doubted.size() > QUOTED_AT_END) {
      believe();
    }
    disbelieve();
    var last = open;
    if (last != null) {
      emit(last, lines.end());
    } else if (lines.end() > 0) {
      block(lines.end(), 1, "text without a message");
    }
  }

  private void emitCut(Head head) throws IOException {
    emit(head, lines.start(), true);
    open = null;
    cut = true;
  }

  private void emit(Head head, int end) throws IOException {
    emit(head, end, false);
  }

  private void emit(Head head, int end, boolean cut) throws IOException {
    var b = lines.buffer();
    var textEnd = withoutLineEnd(b, at(head.textStart), at(end));
    var lineEnd = Math.min(textEnd, at(head.lineEnd));
    var from = at(head.textStart);
    classifier.look(b, from, lineEnd, textEnd, head.author != null);
    var text = new String(b, from, textEnd - from, StandardCharsets.UTF_8);
    if (carriageReturns && text.indexOf('\r') >= 0) {
      text = text.replace("\r\n", "\n");
    }
    var length = sourceLength(end);
    sink.accept(message(head, b, text, length, cut));
    sourceOffset += length;
    lines.advance(end);
    headerLike = false;
  }

  /** Bytes of the source up to {@code end}; an odd last byte of UTF-16 counts as what it is. */
  private long sourceLength(int end) {
    var length = encoding.sourceLength(lines.buffer(), at(0), at(end));
    return Math.min(length, total - sourceOffset);
  }

  private static int withoutLineEnd(byte[] b, int from, int to) {
    var end = to;
    if (end > from && b[end - 1] == '\n') {
      end--;
      if (end > from && b[end - 1] == '\r') {
        end--;
      }
    }
    return end;
  }

  private Message message(Head head, byte[] b, String text, long length, boolean cut) {
    var author = classifier.pseudoAuthor ? null : head.author;
    if (author != null) {
      authors.wrote(author);
    }
    var raw = new String(b, at(head.rawStart), head.rawEnd - head.rawStart, StandardCharsets.UTF_8);
    var offset = zone.offset(head.local);
    var precision = head.seconds ? Precision.SECOND : Precision.MINUTE;
    return new Message(
        tally.next(head.time),
        head.line,
        new Moment(head.local, offset, raw, precision),
        author == null ? null : author.name,
        classifier.kind,
        text,
        classifier.media,
        flags(head, text, cut),
        new ByteRange(sourceOffset, length));
  }

  private List<Flag> flags(Head head, String text, boolean cut) {
    var flags = classifier.flags;
    var media = classifier.media;
    if (media != null && tally.missing(media)) {
      flags.add(Flag.MISSING);
    }
    if (headerLike) {
      flags.add(Flag.HEADER_LIKE_LINE);
    }
    if (head.outOfOrder) {
      flags.add(Flag.OUT_OF_ORDER);
    }
    if (text.indexOf('\uFFFD') >= 0) {
      flags.add(Flag.MALFORMED_TEXT);
      tally.malformed();
    }
    if (cut) {
      flags.add(Flag.CUT);
    }
    zone.flag(flags);
    return flags.isEmpty() ? List.of() : List.copyOf(flags);
  }
}
