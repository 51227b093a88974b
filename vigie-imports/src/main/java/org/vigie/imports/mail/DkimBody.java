package org.vigie.imports.mail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The hash of a body, line by line (RFC 6376, sections 3.4.3 and 3.4.4). */
final class DkimBody {

  private static final byte[] LINE_END = {'\r', '\n'};

  private final MessageDigest digest;
  private final boolean relaxed;
  private final long most;
  private long emptyLines;
  private long length;
  private boolean any;

  /**
   * Hashes a body.
   *
   * @param most the bytes of it that are signed (tag l)
   */
  DkimBody(boolean relaxed, long most) {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    this.relaxed = relaxed;
    this.most = most;
  }

  /** Takes a line without its end. */
  void line(byte[] line) {
    var bytes = relaxed ? relaxed(line) : line;
    if (bytes.length == 0) {
      emptyLines++; // those at the end do not count
      return;
    }
    for (; emptyLines > 0; emptyLines--) {
      put(LINE_END, 2);
    }
    put(bytes, bytes.length);
    put(LINE_END, 2);
    any = true;
  }

  private void put(byte[] b, int count) {
    var n = (int) Math.max(0, Math.min(count, most - length));
    digest.update(b, 0, n);
    length += count;
  }

  private static byte[] relaxed(byte[] line) {
    var out = new byte[line.length];
    var n = 0;
    for (var b : line) {
      var blank = b == ' ' || b == '\t';
      if (!blank) {
        out[n++] = b;
      } else if (n == 0 || out[n - 1] != ' ') {
        out[n++] = ' ';
      }
    }
    while (n > 0 && out[n - 1] == ' ') {
      n--;
    }
    return Arrays.copyOf(out, n);
  }

  /** The hash of all lines. */
  byte[] hash() {
    if (!any && !relaxed) {
      put(LINE_END, 2);
    }
    return digest.digest();
  }

  /** Bytes of the body that are not signed. */
  long unsigned() {
    return Math.max(0, length - most);
  }
}
