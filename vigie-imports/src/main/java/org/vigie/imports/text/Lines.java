package org.vigie.imports.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a text one at a time, with their places in the source. A line is cut at a limit; its
 * place is that of all of it. Not for use by several threads.
 */
public final class Lines {

  private final LineWindow window;
  private final Encoding encoding;
  private final long total;
  private final int longest;
  private boolean last;
  private long start;
  private long end;
  private long number;
  private byte[] bytes = {};
  private boolean cut;

  /**
   * Reads {@code in}, which the caller closes.
   *
   * @param total the length of the source
   * @param longest the most bytes of a line in UTF-8
   */
  public Lines(InputStream in, Encoding encoding, long total, int longest) {
    this.window = new LineWindow(encoding.toUtf8(in));
    this.encoding = encoding;
    this.total = total;
    this.longest = longest;
  }

  /** Goes to the next line; false at the end. */
  public boolean next() throws IOException {
    start = end;
    if (last || !window.next()) {
      return false;
    }
    number = window.number();
    cut = false;
    var all = new ByteArrayOutputStream();
    while (true) {
      var whole = piece(all);
      if (whole) {
        break;
      }
      if (!window.next()) {
        last = true;
        break;
      }
    }
    bytes = all.toByteArray();
    return true;
  }

  /** Takes one piece; true when the line ends with it. */
  private boolean piece(ByteArrayOutputStream all) {
    window.markHere();
    var b = window.buffer();
    var from = window.base();
    var content = window.contentEnd();
    var kept = Math.max(0, Math.min(content, longest - all.size()));
    cut |= kept < content;
    all.write(b, from, kept);
    end = Math.min(total, end + encoding.sourceLength(b, from, from + window.end()));
    return window.end() > content;
  }

  /** Its characters without the line end; the first line without a byte order mark. */
  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** The same as bytes of UTF-8, or of whatever else stands there. */
  public byte[] bytes() {
    var marked =
        number == 1
            && bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }

  /** Where it begins in the source. */
  public long start() {
    return start;
  }

  /** Where the next one begins. */
  public long end() {
    return end;
  }

  /** Its number, from 1. */
  public long number() {
    return number;
  }

  /** Whether it was longer than the limit. */
  public boolean wasCut() {
    return cut;
  }
}
