package org.vigie.ledger.timestamp;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.ledger.LedgerRefused;

/**
 * One value of DER: ITU-T X.690. Definite lengths only, tags below 31 only; a length is compared
 * with what is there before anything is read.
 */
final class DerValue {

  static final int BOOLEAN = 0x01;
  static final int INTEGER = 0x02;
  static final int OCTET_STRING = 0x04;
  static final int OID = 0x06;
  static final int GENERALIZED_TIME = 0x18;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;
  static final int CONTEXT_0 = 0xA0;
  static final int CONTEXT_1 = 0xA1;

  private static final String MALFORMED = "ledger.malformed-time-stamp";

  private final byte[] source;
  private final int start;
  private final int contentStart;
  private final int end;

  private DerValue(byte[] source, int start, int contentStart, int end) {
    this.source = source;
    this.start = start;
    this.contentStart = contentStart;
    this.end = end;
  }

  /** Reads one value that fills {@code encoded}. */
  static DerValue parse(byte[] encoded) throws LedgerRefused {
    var value = at(encoded, 0, encoded.length);
    require(value.end == encoded.length);
    return value;
  }

  private static DerValue at(byte[] source, int start, int limit) throws LedgerRefused {
    require(limit - start >= 2 && (source[start] & 0x1f) != 0x1f);
    var first = source[start + 1] & 0xff;
    if (first < 0x80) {
      require(first <= limit - start - 2);
      return new DerValue(source, start, start + 2, start + 2 + first);
    }
    var bytes = first & 0x7f;
    require(bytes >= 1 && bytes <= 3 && limit - start - 2 >= bytes);
    var length = 0;
    for (var i = 0; i < bytes; i++) {
      length = length << 8 | (source[start + 2 + i] & 0xff);
    }
    var contentStart = start + 2 + bytes;
    require(length <= limit - contentStart);
    return new DerValue(source, start, contentStart, contentStart + length);
  }

  int tag() {
    return source[start] & 0xff;
  }

  DerValue expect(int tag) throws LedgerRefused {
    require(tag() == tag);
    return this;
  }

  /** The values inside. */
  List<DerValue> children() throws LedgerRefused {
    var children = new ArrayList<DerValue>();
    for (var next = contentStart; next < end; ) {
      var child = at(source, next, end);
      children.add(child);
      next = child.end;
    }
    return children;
  }

  DerValue child(int index) throws LedgerRefused {
    var children = children();
    require(index < children.size());
    return children.get(index);
  }

  byte[] content() {
    return Arrays.copyOfRange(source, contentStart, end);
  }

  /** Tag, length and content. */
  byte[] encoded() {
    return Arrays.copyOfRange(source, start, end);
  }

  BigInteger integer() throws LedgerRefused {
    expect(INTEGER);
    require(end > contentStart);
    return new BigInteger(content());
  }

  /** Dotted decimals. */
  String oid() throws LedgerRefused {
    expect(OID);
    require(end > contentStart && end - contentStart <= 32 && (source[end - 1] & 0x80) == 0);
    var out = new StringBuilder();
    var arc = BigInteger.ZERO;
    for (var i = contentStart; i < end; i++) {
      arc = arc.shiftLeft(7).or(BigInteger.valueOf(source[i] & 0x7f));
      if ((source[i] & 0x80) == 0) {
        append(out, arc);
        arc = BigInteger.ZERO;
      }
    }
    return out.toString();
  }

  private static void append(StringBuilder out, BigInteger arc) {
    if (!out.isEmpty()) {
      out.append('.').append(arc);
      return;
    }
    var top = Math.min(2, arc.divide(BigInteger.valueOf(40)).intValue());
    out.append(top).append('.').append(arc.subtract(BigInteger.valueOf(40L * top)));
  }

  static void require(boolean holds) throws LedgerRefused {
    if (!holds) {
      throw new LedgerRefused(MALFORMED);
    }
  }
}
