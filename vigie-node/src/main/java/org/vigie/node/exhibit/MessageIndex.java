package org.vigie.node.exhibit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in a blob of messages each page begins, and the long silences between messages: so that a
 * page of a long conversation is found without reading what lies before it. Its text form is a line
 * a page ({@code p n line offset time}) and a line a silence ({@code s n from to}).
 *
 * @param pages in order; the first is at the first message
 * @param silences in order
 */
public record MessageIndex(List<Start> pages, List<Silence> silences) {

  /** Messages to a page. */
  public static final int PAGE = 50;

  /** What counts as a silence. */
  public static final Duration QUIET = Duration.ofDays(7);

  private static final int MOST_SILENCES = 2000;

  /** Copies the lists. */
  public MessageIndex {
    pages = List.copyOf(pages);
    silences = List.copyOf(silences);
  }

  /**
   * Where a page begins.
   *
   * @param n number of its first message
   * @param line source line of that message
   * @param offset bytes before it in the blob
   * @param time of that message, by the clock of the export; of the latest before it where it says
   *     none
   */
  public record Start(long n, long line, long offset, LocalDateTime time) {}

  /**
   * A time without messages.
   *
   * @param n number of the message that ends it
   * @param from time of the message before
   * @param to time of that message
   */
  public record Silence(long n, LocalDateTime from, LocalDateTime to) {

    /** Whole days. */
    public long days() {
      return Duration.between(from, to).toDays();
    }
  }

  /** The page that holds message {@code n}; the first for anything before it. */
  public Start pageOf(long n) {
    var found = pages.getFirst();
    for (var page : pages) {
      if (page.n() <= n) {
        found = page;
      }
    }
    return found;
  }

  /** Number of the first message of the last page. */
  public long lastPage() {
    return pages.getLast().n();
  }

  /** The page that holds source line {@code line}. */
  public Start pageOfLine(long line) {
    var found = pages.getFirst();
    for (var page : pages) {
      if (page.line() <= line) {
        found = page;
      }
    }
    return found;
  }

  /**
   * The last page that begins before {@code time}: the first message at or after it is there or
   * begins the next page.
   */
  public Start pageBefore(LocalDateTime time) {
    var found = pages.getFirst();
    for (var page : pages) {
      if (page.time().isAfter(time) || page.time().equals(time)) {
        return found;
      }
      found = page;
    }
    return found;
  }

  /** The text form. */
  byte[] encoded() {
    var text = new StringBuilder();
    for (var p : pages) {
      text.append("p ").append(p.n()).append(' ').append(p.line()).append(' ');
      text.append(p.offset()).append(' ').append(p.time()).append('\n');
    }
    for (var s : silences) {
      text.append("s ").append(s.n()).append(' ').append(s.from()).append(' ');
      text.append(s.to()).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads the text form. */
  static MessageIndex parse(byte[] encoded) throws IOException {
    var pages = new ArrayList<Start>();
    var silences = new ArrayList<Silence>();
    try {
      for (var line : new String(encoded, StandardCharsets.US_ASCII).lines().toList()) {
        var part = List.of(line.split(" ", -1));
        if (part.getFirst().equals("p")) {
          pages.add(
              new Start(
                  Long.parseLong(part.get(1)),
                  Long.parseLong(part.get(2)),
                  Long.parseLong(part.get(3)),
                  LocalDateTime.parse(part.get(4))));
        } else {
          silences.add(
              new Silence(
                  Long.parseLong(part.get(1)),
                  LocalDateTime.parse(part.get(2)),
                  LocalDateTime.parse(part.get(3))));
        }
      }
    } catch (NumberFormatException | DateTimeParseException | IndexOutOfBoundsException damaged) {
      throw new IOException("not an index", damaged);
    }
    return new MessageIndex(pages, silences);
  }

  /** Watches messages go by as JSON lines and passes them on. Not for several threads. */
  static final class Watch extends OutputStream {

    private static final int BEGINNING = 160;
    private static final Pattern LINE =
        Pattern.compile(
            "\\{\"n\":(\\d{1,15}),\"line\":(\\d{1,15}),\"time\":"
                + "(?:null|\"(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)).*",
            Pattern.DOTALL);

    private final OutputStream out;
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream(BEGINNING);
    private final List<Start> pages = new ArrayList<>();
    private final List<Silence> silences = new ArrayList<>();
    private long at;
    private long lineStart;
    private long count;
    private LocalDateTime latest = LocalDateTime.MIN;

    Watch(OutputStream out) {
      this.out = out;
    }

    /** What was seen. */
    MessageIndex index() {
      return new MessageIndex(pages, silences);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int from, int length) throws IOException {
      for (var i = from; i < from + length; i++) {
        at++;
        if (b[i] == '\n') {
          message();
        } else if (beginning.size() < BEGINNING) {
          beginning.write(b[i]);
        }
      }
      out.write(b, from, length);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    private void message() {
      var found = LINE.matcher(beginning.toString(StandardCharsets.ISO_8859_1));
      if (found.matches()) {
        try {
          var time = found.group(3);
          note(
              Long.parseLong(found.group(1)),
              Long.parseLong(found.group(2)),
              time == null ? null : LocalDateTime.parse(time));
        } catch (DateTimeParseException noSuchDay) {
          // What comes out of the cage is believed only as far as it makes sense.
          beginning.reset();
        }
      }
      beginning.reset();
      lineStart = at;
    }

    /** A message that says no time begins pages as any other, and ends no silence. */
    private void note(long n, long line, @Nullable LocalDateTime time) {
      if (count++ % PAGE == 0) {
        pages.add(new Start(n, line, lineStart, time == null ? latest : time));
      }
      if (time == null) {
        return;
      }
      if (latest.isAfter(LocalDateTime.MIN)
          && silences.size() < MOST_SILENCES
          && Duration.between(latest, time).compareTo(QUIET) >= 0) {
        silences.add(new Silence(n, latest, time));
      }
      if (time.isAfter(latest)) {
        latest = time;
      }
    }
  }
}
