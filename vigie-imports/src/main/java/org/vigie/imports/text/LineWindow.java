package org.vigie.imports.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Walks over the lines of a text and keeps all bytes since a mark in one array, so that a message
 * of many lines is never copied together. Positions are relative to the mark and stay valid while
 * it does. Lines longer than 64 KiB come in pieces.
 */
public final class LineWindow {

  private static final int FIRST_SIZE = 256 * 1024;
  private static final int PIECE = 64 * 1024;

  private final InputStream in;
  private byte[] buffer = new byte[FIRST_SIZE];
  private int filled;
  private boolean ended;
  private int mark;
  private int start;
  private int contentEnd;
  private int next;
  private long number;
  private boolean lineEnded = true;
  private boolean atLineStart;

  /** Reads {@code in}, which the caller closes. */
  public LineWindow(InputStream in) {
    this.in = in;
  }

  /**
   * Goes to the next line or piece of one.
   *
   * @return false at the end
   * @throws IOException if the bytes cannot be had
   */
  public boolean next() throws IOException {
    start = next;
    atLineStart = lineEnded;
    var at = start;
    while (true) {
      var limit = Math.min(filled, start + PIECE);
      at = EightBytes.indexOf(buffer, at, limit, '\n');
      if (at < limit) {
        return found(at, at + 1, true);
      }
      if (at == start + PIECE) {
        return found(at, at, false);
      }
      if (ended) {
        return at > start && found(at, at, true);
      }
      at -= refill();
    }
  }

  private boolean found(int end, int following, boolean whole) {
    contentEnd = end > start && whole && buffer[end - 1] == '\r' ? end - 1 : end;
    next = following;
    lineEnded = whole;
    number += atLineStart ? 1 : 0;
    return true;
  }

  /** Makes room, reads on, and returns by how much everything moved to the front. */
  private int refill() throws IOException {
    var shift = mark;
    if (shift > 0 && (filled == buffer.length || shift > buffer.length / 2)) {
      System.arraycopy(buffer, shift, buffer, 0, filled - shift);
      filled -= shift;
      start -= shift;
      next -= shift;
      mark = 0;
    } else {
      shift = 0;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    var n = in.read(buffer, filled, buffer.length - filled);
    if (n < 0) {
      ended = true;
    } else {
      filled += n;
    }
    return shift;
  }

  /** Forgets everything before the current line. */
  public void markHere() {
    mark = start;
  }

  /** Forgets everything before {@code position}, which is relative to the old mark. */
  public void advance(int position) {
    mark += position;
  }

  /** The array; index {@link #base()} is the mark. Valid until the next call of {@link #next}. */
  public byte[] buffer() {
    return buffer;
  }

  /** The index of the mark. */
  public int base() {
    return mark;
  }

  /** Where the line begins, relative to the mark. */
  public int start() {
    return start - mark;
  }

  /** Where its characters end, relative to the mark. */
  public int contentEnd() {
    return contentEnd - mark;
  }

  /** Where the next line begins, relative to the mark. */
  public int end() {
    return next - mark;
  }

  /** Its number, from 1. */
  public long number() {
    return number;
  }

  /** False for all pieces of a long line but the first. */
  public boolean atLineStart() {
    return atLineStart;
  }
}
