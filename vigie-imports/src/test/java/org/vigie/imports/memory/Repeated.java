package org.vigie.imports.memory;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.vigie.imports.Source;

/**
 * A file that repeats its middle and is never whole in memory. Thirteen times # in the middle is a
 * number that falls by a thousand each time.
 */
public final class Repeated implements Source {

  private static final String NUMBER = "#############";
  private static final long FIRST = 1_700_000_000_000L;
  private static final int STEP = 1000;

  private final byte[] head;
  private final byte[] body;
  private final byte[] tail;
  private final long times;
  private final int number;

  /** {@code body} as often as it takes to be of {@code size} bytes. */
  public Repeated(String head, String body, String tail, long size) {
    this(utf8(head), utf8(body), utf8(tail), size);
  }

  /** The same of bytes. */
  Repeated(byte[] head, byte[] body, byte[] tail, long size) {
    this.head = head.clone();
    this.body = body.clone();
    this.tail = tail.clone();
    this.times = size / body.length + 1;
    // A character a byte, so that its place is that of the byte.
    this.number = new String(body, StandardCharsets.ISO_8859_1).indexOf(NUMBER);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** How often the middle stands there. */
  public long times() {
    return times;
  }

  @Override
  public long length() {
    return head.length + times * body.length + tail.length;
  }

  @Override
  public InputStream open(long offset) {
    return new Reading(offset);
  }

  private final class Reading extends InputStream {
    private final byte[] record = body.clone();
    private long filled = -1;
    private long place;

    private Reading(long place) {
      this.place = place;
    }

    @Override
    public int read() {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] b, int off, int len) {
      if (place >= length()) {
        return -1;
      }
      var bodies = times * body.length;
      byte[] from;
      int at;
      if (place < head.length) {
        from = head;
        at = (int) place;
      } else if (place < head.length + bodies) {
        from = record((place - head.length) / body.length);
        at = (int) ((place - head.length) % body.length);
      } else {
        from = tail;
        at = (int) (place - head.length - bodies);
      }
      var n = Math.min(len, from.length - at);
      System.arraycopy(from, at, b, off, n);
      place += n;
      return n;
    }

    private byte[] record(long index) {
      if (number >= 0 && filled != index) {
        var value = FIRST - index * STEP;
        for (var i = NUMBER.length() - 1; i >= 0; i--) {
          record[number + i] = (byte) ('0' + value % 10);
          value /= 10;
        }
        filled = index;
      }
      return record;
    }
  }
}
