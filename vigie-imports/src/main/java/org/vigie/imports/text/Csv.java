package org.vigie.imports.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values with commas, semicolons or tabs between them (RFC 4180, read kindly), with their
 * places in the source. Values are cut at a limit. Not for use by several threads.
 */
public final class Csv {

  private static final int MOST_VALUES = 500;

  private final InputStream in;
  private final boolean utf8;
  private final long total;
  private final int separator;
  private final int longest;
  private byte[] chars = new byte[1024];
  private int length;
  private int peeked = -2;
  private long place;
  private long line = 1;
  private long start;
  private long startLine;
  private boolean cut;
  private boolean open;
  private List<String> values = List.of();

  /**
   * Reads {@code in}, which the caller closes.
   *
   * @param total the length of the source
   * @param separator what stands between values
   * @param longest the most bytes of a value in UTF-8
   */
  public Csv(InputStream in, Encoding encoding, long total, char separator, int longest) {
    this.in = new BufferedInputStream(encoding.toUtf8(in), 64 * 1024);
    this.utf8 = encoding == Encoding.UTF_8;
    this.total = total;
    this.separator = separator;
    this.longest = longest;
  }

  /** The separator of a first line: that which stands there most often outside of quotes. */
  public static char separator(String line) {
    var best = ',';
    var most = 0L;
    for (var candidate : new char[] {',', ';', '\t'}) {
      var count = line.chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  /** Goes to the next row that holds something; false at the end. */
  public boolean next() throws IOException {
    start = place();
    startLine = line;
    cut = false;
    if (peek() < 0) {
      return false;
    }
    var row = new ArrayList<String>();
    var more = true;
    while (more) {
      more = value();
      if (row.size() < MOST_VALUES) {
        row.add(new String(chars, 0, length, StandardCharsets.UTF_8));
      } else {
        cut = true;
      }
    }
    values = row;
    return true;
  }

  /** Takes a value; true when another follows in the row. */
  private boolean value() throws IOException {
    length = 0;
    if (start == 0 && place == 0) {
      mark();
    }
    if (length == 0 && peek() == '"') {
      take();
      quoted();
    }
    while (true) {
      var c = take();
      if (c < 0 || c == '\n') {
        if (length > 0 && chars[length - 1] == '\r') {
          length--;
        }
        return false;
      }
      if (c == separator) {
        return true;
      }
      put(c);
    }
  }

  /** A byte order mark is no part of the first value. */
  private void mark() throws IOException {
    for (var expected : new int[] {0xEF, 0xBB, 0xBF}) {
      if (peek() != expected) {
        return;
      }
      put(take());
    }
    length = 0;
  }

  private void quoted() throws IOException {
    while (true) {
      var c = take();
      if (c < 0) {
        open = true;
        return;
      }
      if (c == '"') {
        if (peek() != '"') {
          return;
        }
        take();
      }
      put(c);
    }
  }

  private void put(int c) {
    if (length == longest) {
      cut = true;
      return;
    }
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, length * 2);
    }
    chars[length++] = (byte) c;
  }

  private int peek() throws IOException {
    if (peeked == -2) {
      peeked = in.read();
    }
    return peeked;
  }

  private int take() throws IOException {
    var c = peek();
    peeked = c < 0 ? c : -2;
    if (c >= 0) {
      place += utf8 ? 1 : 2L * ((c < 0x80 || c >= 0xC0 ? 1 : 0) + (c >= 0xF0 ? 1 : 0));
      line += c == '\n' ? 1 : 0;
    }
    return c;
  }

  private long place() {
    return Math.min(place, total);
  }

  /** The values of the row. */
  public List<String> values() {
    return values;
  }

  /** One of them, without blanks around it; null when it is not there or empty. */
  public @Nullable String value(int index) {
    if (index < 0 || index >= values.size() || values.get(index).isBlank()) {
      return null;
    }
    return values.get(index).strip();
  }

  /** Where the row begins in the source. */
  public long start() {
    return start;
  }

  /** Where it ends. */
  public long end() {
    return place();
  }

  /** The line on which it begins, from 1. */
  public long number() {
    return startLine;
  }

  /** Whether a value of it was longer than the limit. */
  public boolean wasCut() {
    return cut;
  }

  /** Whether the source ended within quotation marks. */
  public boolean endedOpen() {
    return open;
  }
}
