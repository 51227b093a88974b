package org.vigie.imports.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vigie.imports.text.Utf8;

/** One text or attribute as it is put together, no longer than it may be. */
final class XmlCharacters {

  private static final int REPLACEMENT = 0xFFFD;

  private final int longest;
  private byte[] chars = new byte[1024];
  private int length;
  private int high;
  private boolean keep;
  private boolean cut;
  private boolean malformed;

  /** Keeps {@code longest} bytes at most. */
  XmlCharacters(int longest) {
    this.longest = longest;
  }

  /** Begins another one; without {@code keep} it stays empty. */
  void begin(boolean keep) {
    this.keep = keep;
    length = 0;
    high = 0;
  }

  /** Whether something was longer than it may be. */
  boolean wasCut() {
    return cut;
  }

  /** Whether a reference meant nothing. */
  boolean wasMalformed() {
    return malformed;
  }

  /** Forgets both. */
  void forget() {
    cut = false;
    malformed = false;
  }

  /** A byte as it stands. */
  void raw(int c) {
    lone();
    if (!keep) {
      return;
    }
    if (length == longest) {
      cut = true;
      return;
    }
    room();
    chars[length++] = (byte) c;
  }

  /** What stands between {@code &} and {@code ;} and means nothing, as it stands. */
  void unknown(CharSequence reference) {
    malformed = true;
    raw('&');
    for (var i = 0; i < reference.length(); i++) {
      raw(reference.charAt(i));
    }
  }

  /** A character given by number; phones write one beyond the first plane as two halves. */
  void character(int c) {
    if (c <= 0xFFFF && Character.isLowSurrogate((char) c) && high != 0) {
      var whole = Character.toCodePoint((char) high, (char) c);
      high = 0;
      put(whole);
    } else if (c <= 0xFFFF && Character.isHighSurrogate((char) c)) {
      lone();
      high = c;
    } else if (c <= 0xFFFF && Character.isLowSurrogate((char) c)) {
      malformed = true;
      put(REPLACEMENT);
    } else {
      put(c);
    }
  }

  /** Takes back the last {@code count} bytes. */
  void drop(int count) {
    length = Math.max(0, length - count);
  }

  /** All of it. */
  String taken() {
    lone();
    return new String(chars, 0, length, StandardCharsets.UTF_8);
  }

  private void lone() {
    if (high != 0) {
      high = 0;
      malformed = true;
      put(REPLACEMENT);
    }
  }

  private void put(int c) {
    lone();
    if (!keep) {
      return;
    }
    if (length + 4 > longest) {
      cut = true;
      return;
    }
    room();
    length = Utf8.put(chars, length, c);
  }

  private void room() {
    if (length + 4 > chars.length) {
      chars = Arrays.copyOf(chars, chars.length * 2);
    }
  }
}
