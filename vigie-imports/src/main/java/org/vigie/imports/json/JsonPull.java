package org.vigie.imports.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vigie.imports.text.Utf8;

/**
 * Reads JSON token by token with the place of each in the source. Kind to what applications write:
 * {@code \xNN} for control characters, other unknown escapes kept as they stand, commas before a
 * closing bracket, several documents after one another. Memory does not grow with the document: a
 * string is cut at a limit, and nesting deeper than 256 is refused. Not for use by several threads.
 */
public final class JsonPull {

  /** What was met. */
  public enum Token {
    /** An opening brace. */
    OBJECT,
    /** A closing brace. */
    END_OBJECT,
    /** An opening bracket. */
    ARRAY,
    /** A closing bracket. */
    END_ARRAY,
    /** The name of a member. */
    NAME,
    /** A string. */
    TEXT,
    /** A number. */
    NUMBER,
    /** The word true. */
    TRUE,
    /** The word false. */
    FALSE,
    /** The word null. */
    NULL,
    /** Nothing more. */
    END
  }

  private static final int SIZE = 64 * 1024;
  private static final int DEEPEST = 256;
  private static final int LONGEST_NUMBER = 64;
  private static final int MARK = 3; // of UTF-8, at the beginning
  private static final int REPLACEMENT = 0xFFFD;

  private final InputStream in;
  private final int longest;
  private final byte[] b = new byte[SIZE];
  private final boolean[] objects = new boolean[DEEPEST];
  private byte[] chars = new byte[1024];
  private int length;
  private int at;
  private int end;
  private long base;
  private int depth;
  private boolean valueDone;
  private boolean nameDone;
  private boolean skipping;
  private int high;

  private long line = 1;
  private long tokenLine = 1;
  private long tokenAt;
  private String text = "";
  private boolean cut;
  private boolean malformed;

  /**
   * Reads {@code in}, which the caller closes.
   *
   * @param offset where it begins in the source
   * @param longest the most bytes kept of one string
   */
  public JsonPull(InputStream in, long offset, int longest) {
    this.in = in;
    this.base = offset;
    this.longest = longest;
  }

  /** Begins at a value within an array, on {@code line}. */
  static JsonPull within(InputStream in, long offset, long line, int longest) {
    var pull = new JsonPull(in, offset, longest);
    pull.depth = 1;
    pull.line = line;
    return pull;
  }

  /** Leaves out {@code count} bytes before the first token. */
  public void leaveOut(int count) throws IOException {
    for (var i = 0; i < count && more(); i++) {
      take();
    }
  }

  /** Where the last token begins in the source. */
  public long tokenAt() {
    return tokenAt;
  }

  /** The line on which it begins, from 1. */
  public long tokenLine() {
    return tokenLine;
  }

  /** Where the last token ends. */
  public long place() {
    return base + at;
  }

  /** The characters of the last name, string or number. */
  public String text() {
    return text;
  }

  /** Whether a string since {@link #forget} was longer than the limit. */
  public boolean wasCut() {
    return cut;
  }

  /** Whether a string since {@link #forget} held an escape that means nothing. */
  public boolean wasMalformed() {
    return malformed;
  }

  /** Forgets both. */
  public void forget() {
    cut = false;
    malformed = false;
  }

  /** How many objects and arrays are open. */
  public int depth() {
    return depth;
  }

  /**
   * Goes to the next token. Strings within a skipped value are not kept.
   *
   * @throws MalformedJson at bytes that do not fit
   */
  public Token next() throws IOException, MalformedJson {
    if (!blank()) {
      return atEnd();
    }
    if (valueDone && depth > 0 && b[at] == ',') {
      take();
      valueDone = false;
      if (!blank()) {
        return atEnd();
      }
    } else if (valueDone && depth > 0 && b[at] != '}' && b[at] != ']') {
      throw malformed("no comma");
    }
    tokenAt = base + at;
    tokenLine = line;
    if (b[at] == '}' || b[at] == ']') {
      return close();
    }
    return depth > 0 && objects[depth - 1] && !nameDone ? name() : value();
  }

  /** Skips the value that begins with {@code token}, the last one met. */
  public void skip(Token token) throws IOException, MalformedJson {
    if (token == Token.NAME) {
      skip(next());
      return;
    }
    if (token != Token.OBJECT && token != Token.ARRAY) {
      return;
    }
    var outside = depth - 1;
    skipping = true;
    try {
      while (depth > outside) {
        if (next() == Token.END) {
          throw malformed("ends early");
        }
      }
    } finally {
      skipping = false;
    }
  }

  private Token atEnd() throws MalformedJson {
    tokenAt = base + at;
    tokenLine = line;
    if (depth > 0) {
      throw malformed("ends early");
    }
    return Token.END;
  }

  private Token close() throws IOException, MalformedJson {
    var brace = b[at] == '}';
    if (depth == 0 || objects[depth - 1] != brace || nameDone) {
      throw malformed("bracket out of place");
    }
    take();
    depth--;
    valueDone();
    return brace ? Token.END_OBJECT : Token.END_ARRAY;
  }

  private void valueDone() {
    valueDone = true;
    nameDone = false;
  }

  private Token name() throws IOException, MalformedJson {
    if (b[at] != '"') {
      throw malformed("no name");
    }
    string();
    if (!blank() || b[at] != ':') {
      throw malformed("no colon");
    }
    take();
    nameDone = true;
    valueDone = false;
    return Token.NAME;
  }

  private Token value() throws IOException, MalformedJson {
    return switch (b[at]) {
      case '"' -> {
        string();
        valueDone();
        yield Token.TEXT;
      }
      case '{', '[' -> open();
      case 't' -> word("true", Token.TRUE);
      case 'f' -> word("false", Token.FALSE);
      case 'n' -> word("null", Token.NULL);
      default -> number();
    };
  }

  private Token open() throws IOException, MalformedJson {
    if (depth == DEEPEST) {
      throw malformed("nested too deep");
    }
    var brace = take() == '{';
    objects[depth++] = brace;
    valueDone = false;
    nameDone = false;
    return brace ? Token.OBJECT : Token.ARRAY;
  }

  private Token word(String word, Token token) throws IOException, MalformedJson {
    for (var i = 0; i < word.length(); i++) {
      if (!more() || b[at] != word.charAt(i)) {
        throw malformed("no word of JSON");
      }
      take();
    }
    valueDone();
    return token;
  }

  private Token number() throws IOException, MalformedJson {
    length = 0;
    while (more() && inNumber(b[at])) {
      if (length == LONGEST_NUMBER) {
        throw malformed("number too long");
      }
      chars[length++] = (byte) take();
    }
    if (length == 0) {
      throw malformed("no value");
    }
    text = new String(chars, 0, length, StandardCharsets.US_ASCII);
    valueDone();
    return Token.NUMBER;
  }

  private static boolean inNumber(byte c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
  }

  private void string() throws IOException, MalformedJson {
    take();
    length = 0;
    high = 0;
    while (true) {
      var from = at;
      while (at < end && b[at] != '"' && b[at] != '\\') {
        if (b[at] == '\n') {
          line++;
        }
        at++;
      }
      if (at < end && b[at] == '"' && length == 0 && high == 0) {
        text = skipping ? "" : new String(b, from, at - from, StandardCharsets.UTF_8);
        at++;
        return;
      }
      append(from);
      if (at == end) {
        if (!more()) {
          throw malformed("ends within a string");
        }
      } else if (b[at] == '"') {
        at++;
        lone();
        text = skipping ? "" : new String(chars, 0, length, StandardCharsets.UTF_8);
        return;
      } else {
        escape();
      }
    }
  }

  private void append(int from) {
    var count = at - from;
    if (count == 0) {
      return;
    }
    lone();
    var kept = skipping ? 0 : Math.min(count, longest - length);
    if (kept < count && !skipping) {
      cut = true;
    }
    room(Math.max(0, kept));
    if (kept > 0) {
      System.arraycopy(b, from, chars, length, kept);
      length += kept;
    }
  }

  private void room(int count) {
    if (length + count + 4 > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(chars.length * 2, length + count + 4));
    }
  }

  private void escape() throws IOException, MalformedJson {
    take();
    if (!more()) {
      throw malformed("ends within a string");
    }
    var c = take();
    switch (c) {
      case 'n' -> put('\n');
      case 't' -> put('\t');
      case 'r' -> put('\r');
      case 'b' -> put('\b');
      case 'f' -> put('\f');
      case '"', '\\', '/' -> put(c);
      case 'u' -> unit(hex('u', 4));
      case 'x' -> unit(hex('x', 2));
      default -> {
        malformed = true;
        put('\\');
        at--; // what follows is read as it stands
        if (c == '\n') {
          line--;
        }
      }
    }
  }

  /** The number of so many hexadecimal digits; -1 when there are fewer, which are then text. */
  private int hex(char kind, int digits) throws IOException {
    var value = 0;
    for (var i = 0; i < digits; i++) {
      var digit = more() ? Character.digit(b[at], 16) : -1;
      if (digit < 0) {
        malformed = true;
        put('\\');
        put(kind);
        for (var shift = 4 * (i - 1); shift >= 0; shift -= 4) {
          put(Character.forDigit(value >> shift & 15, 16));
        }
        return -1;
      }
      value = value << 4 | digit;
      take();
    }
    return value;
  }

  private void unit(int unit) {
    if (unit < 0) {
      return;
    }
    if (high != 0 && Character.isLowSurrogate((char) unit)) {
      var whole = Character.toCodePoint((char) high, (char) unit);
      high = 0;
      put(whole);
    } else if (Character.isHighSurrogate((char) unit)) {
      lone();
      high = unit;
    } else if (Character.isLowSurrogate((char) unit)) {
      malformed = true;
      put(REPLACEMENT);
    } else {
      put(unit);
    }
  }

  /** Half a character that nothing completes. */
  private void lone() {
    if (high != 0) {
      high = 0;
      malformed = true;
      put(REPLACEMENT);
    }
  }

  private void put(int c) {
    lone();
    if (skipping) {
      length = 1; // not empty: the quick way out is closed
      return;
    }
    if (length + 4 > longest) {
      cut = true;
      return;
    }
    room(4);
    length = Utf8.put(chars, length, c);
  }

  private boolean blank() throws IOException {
    while (more()) {
      var c = b[at];
      if (c == (byte) 0xEF && place() == 0) {
        leaveOut(MARK);
        continue;
      }
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return true;
      }
      take();
    }
    return false;
  }

  private int take() {
    var c = b[at++];
    if (c == '\n') {
      line++;
    }
    return c & 0xFF;
  }

  private boolean more() throws IOException {
    if (at < end) {
      return true;
    }
    base += end;
    at = 0;
    end = Math.max(0, in.read(b, 0, SIZE));
    return end > 0;
  }

  private MalformedJson malformed(String what) {
    return new MalformedJson(what, base + at);
  }
}
