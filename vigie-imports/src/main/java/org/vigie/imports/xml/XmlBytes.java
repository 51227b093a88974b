package org.vigie.imports.xml;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a document one after another, with the place and the line of each. */
final class XmlBytes {

  private static final int SIZE = 64 * 1024;

  private final InputStream in;
  private final byte[] b = new byte[SIZE];
  private int at;
  private int end;
  private long base;
  private long line = 1;

  XmlBytes(InputStream in) {
    this.in = in;
  }

  /** Where the next byte is in the source. */
  long place() {
    return base + at;
  }

  /** The line of the next byte, from 1. */
  long line() {
    return line;
  }

  /** Whether there is a next byte. */
  boolean more() throws IOException {
    if (at < end) {
      return true;
    }
    base += end;
    at = 0;
    end = Math.max(0, in.read(b, 0, SIZE));
    return end > 0;
  }

  /** The next byte, not taken, signed; only after {@link #more} said that there is one. */
  byte next() {
    return b[at];
  }

  /** Takes the next byte; only after {@link #more} said that there is one. */
  int take() {
    var c = b[at++] & 0xFF;
    if (c == '\n') {
      line++;
    }
    return c;
  }

  /** The next byte, not taken, which must be there. */
  int peek() throws IOException, MalformedXml {
    if (!more()) {
      throw malformed("ends early");
    }
    return b[at] & 0xFF;
  }

  /** Takes the next byte, which must be there. */
  int needed() throws IOException, MalformedXml {
    peek();
    return take();
  }

  /** Takes the next byte, which must be {@code c}. */
  void expect(int c) throws IOException, MalformedXml {
    if (needed() != c) {
      throw malformed("character out of place");
    }
  }

  void skipBlanks() throws IOException {
    while (more() && (b[at] == ' ' || b[at] == '\n' || b[at] == '\r' || b[at] == '\t')) {
      take();
    }
  }

  /** Past the end of a comment or an instruction; more of its first character may precede. */
  void skipPast(String ending) throws IOException, MalformedXml {
    var first = ending.charAt(0);
    var wanted = ending.length() - 1;
    var met = 0;
    while (true) {
      var c = needed();
      if (c == '>' && met >= wanted) {
        return;
      }
      met = c == first ? met + 1 : 0;
    }
  }

  MalformedXml malformed(String what) {
    return new MalformedXml(what, place());
  }
}
