package org.vigie.imports.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.text.Utf8;

/**
 * Reads XML in UTF-8 element by element with the place of each in the source, in memory that does
 * not grow with it. Protects against entities of any kind: it knows the five of XML and numbers,
 * leaves others as they stand, and skips document types unread. Takes two things that strict
 * readers refuse and phones write: halves of a character as two numbers, and numbers of control
 * characters. Does not check that a document is valid. Not for use by several threads.
 */
public final class XmlPull {

  /** What was met. */
  public enum Token {
    /** An opening tag. */
    START,
    /** A closing tag, also that of an empty element. */
    END,
    /** Characters between tags. */
    TEXT,
    /** A comment, a processing instruction or a document type. */
    OTHER,
    /** Nothing more. */
    DONE
  }

  private static final int SIZE = 64 * 1024;
  private static final int DEEPEST = 64;
  private static final int MOST_ATTRIBUTES = 200;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REFERENCE = 12;
  private static final int[] MARK = {0xEF, 0xBB, 0xBF};
  private static final int REPLACEMENT = 0xFFFD;

  private static final Set<String> ALWAYS_EMPTY =
      Set.of("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr");

  private final InputStream in;
  private final boolean page;
  private final int longest;
  private final Set<String> ignored;
  private final byte[] b = new byte[SIZE];
  private final Deque<String> open = new ArrayDeque<>();
  private byte[] chars = new byte[1024];
  private int length;
  private int at;
  private int end;
  private long base;
  private long line = 1;
  private long tokenAt;
  private long tokenLine = 1;
  private boolean emptyElement;
  private boolean keep;
  private int high;
  private String name = "";
  private String text = "";
  private Map<String, String> attributes = Map.of();
  private boolean cut;
  private boolean malformed;

  /**
   * Reads {@code in}, which the caller closes.
   *
   * @param longest the most bytes kept of one attribute or text
   * @param ignored attributes whose value is not kept; they are there and empty
   */
  public XmlPull(InputStream in, int longest, Set<String> ignored) {
    this(in, longest, ignored, false);
  }

  private XmlPull(InputStream in, int longest, Set<String> ignored, boolean page) {
    this.in = in;
    this.page = page;
    this.longest = longest;
    this.ignored = ignored;
  }

  /**
   * Reads a page of HTML as far as it is like XML; what is not closed, its outer element closes.
   */
  public static XmlPull page(InputStream in, int longest) {
    return new XmlPull(in, longest, Set.of(), true);
  }

  /** Where the last token begins in the source. */
  public long tokenAt() {
    return tokenAt;
  }

  /** The line on which it begins, from 1. */
  public long tokenLine() {
    return tokenLine;
  }

  /** Where it ends. */
  public long place() {
    return base + at;
  }

  /** The name of the last element. */
  public String name() {
    return name;
  }

  /** The last characters between tags. */
  public String text() {
    return text;
  }

  /** The attributes of the last opening tag. */
  public Map<String, String> attributes() {
    return attributes;
  }

  /** An attribute of the last opening tag, or null. */
  public @Nullable String attribute(String key) {
    return attributes.get(key);
  }

  /** How many elements are open. */
  public int depth() {
    return open.size();
  }

  /** Whether something since {@link #forget} was longer than the limit. */
  public boolean wasCut() {
    return cut;
  }

  /** Whether a reference since {@link #forget} meant nothing. */
  public boolean wasMalformed() {
    return malformed;
  }

  /** Forgets both. */
  public void forget() {
    cut = false;
    malformed = false;
  }

  /**
   * Goes to the next token.
   *
   * @throws MalformedXml at bytes that do not fit
   */
  public Token next() throws IOException, MalformedXml {
    if (emptyElement) {
      emptyElement = false;
      name = open.pop();
      tokenAt = place();
      return Token.END;
    }
    tokenLine = line;
    while (place() < MARK.length && more() && (b[at] & 0xFF) == MARK[(int) place()]) {
      take();
    }
    if (!more()) {
      tokenAt = place();
      if (!open.isEmpty() && !page) {
        throw malformed("ends early");
      }
      return Token.DONE;
    }
    tokenAt = place();
    if (b[at] != '<') {
      length = 0;
      return characters();
    }
    take();
    if (page && !(more() && (Character.isLetter(b[at]) || "!/?".indexOf(b[at]) >= 0))) {
      length = 0;
      chars[length++] = '<';
      return characters();
    }
    return switch (peek()) {
      case '!' -> declaration();
      case '?' -> {
        skipPast("?>");
        yield Token.OTHER;
      }
      case '/' -> closing();
      default -> opening();
    };
  }

  private Token characters() throws IOException {
    keep = true;
    high = 0;
    until('<');
    text = taken();
    return Token.TEXT;
  }

  /** Skips the element whose opening tag was met. */
  public void skip() throws IOException, MalformedXml {
    var outside = depth() - 1;
    while (depth() > outside) {
      if (next() == Token.DONE) {
        throw malformed("ends early");
      }
    }
  }

  private Token declaration() throws IOException, MalformedXml {
    take();
    if (peek() == '-') {
      take();
      expect('-');
      skipPast("-->");
      return Token.OTHER;
    }
    if (peek() == '[') {
      for (var c : "[CDATA[".toCharArray()) {
        expect(c);
      }
      characterData();
      return Token.TEXT;
    }
    documentType();
    return Token.OTHER;
  }

  private void characterData() throws IOException, MalformedXml {
    length = 0;
    high = 0;
    keep = true;
    var brackets = 0;
    while (true) {
      var c = needed();
      if (c == '>' && brackets >= 2) {
        length = Math.max(0, length - 2);
        text = taken();
        return;
      }
      brackets = c == ']' ? brackets + 1 : 0;
      raw(c);
    }
  }

  /** Up to its closing bracket, past all it may define. */
  private void documentType() throws IOException, MalformedXml {
    var depth = 1;
    var quote = 0;
    while (depth > 0) {
      var c = needed();
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '<' || c == '[') {
        depth++;
      } else if (c == '>' || c == ']') {
        depth--;
      }
    }
  }

  private Token closing() throws IOException, MalformedXml {
    take();
    name = readName();
    blank();
    expect('>');
    if (page) {
      return closesOne() ? Token.END : Token.OTHER;
    }
    if (open.isEmpty() || !open.pop().equals(name)) {
      throw malformed("closes what is not open");
    }
    return Token.END;
  }

  private boolean closesOne() {
    if (!open.contains(name)) {
      return false;
    }
    while (!open.pop().equals(name)) {
      // What was not closed within it.
    }
    return true;
  }

  private Token opening() throws IOException, MalformedXml {
    var element = readName();
    var all = new LinkedHashMap<String, String>();
    while (true) {
      blank();
      var c = peek();
      if (c == '>' || c == '/') {
        take();
        emptyElement = c == '/';
        if (emptyElement) {
          expect('>');
        }
        break;
      }
      if (all.size() == MOST_ATTRIBUTES) {
        throw malformed("too many attributes");
      }
      attribute(all);
    }
    if (open.size() == DEEPEST) {
      throw malformed("nested too deep");
    }
    emptyElement |= page && ALWAYS_EMPTY.contains(element);
    open.push(element);
    name = element;
    attributes = all;
    return Token.START;
  }

  private void attribute(Map<String, String> all) throws IOException, MalformedXml {
    var key = readName();
    blank();
    if (page && peek() != '=') {
      all.put(key, "");
      return;
    }
    expect('=');
    blank();
    var quote = needed();
    if (quote != '"' && quote != '\'') {
      throw malformed("no quotation mark");
    }
    keep = !ignored.contains(key);
    length = 0;
    high = 0;
    until(quote);
    if (!more()) {
      throw malformed("ends within an attribute");
    }
    take();
    all.put(key, taken());
  }

  private String readName() throws IOException, MalformedXml {
    length = 0;
    while (more() && inName(b[at])) {
      if (length == LONGEST_NAME) {
        throw malformed("name too long");
      }
      chars[length++] = (byte) take();
    }
    if (length == 0) {
      throw malformed("no name");
    }
    return new String(chars, 0, length, StandardCharsets.UTF_8);
  }

  private static boolean inName(byte c) {
    return c > ' ' ? "<>/=\"'&!?".indexOf(c) < 0 : c < 0;
  }

  /** Takes characters up to {@code stop} or the end. */
  private void until(int stop) throws IOException {
    while (more() && (b[at] & 0xFF) != stop) {
      var c = take();
      if (c == '&') {
        reference();
      } else {
        raw(c);
      }
    }
  }

  private void reference() throws IOException {
    var from = new StringBuilder();
    while (more()
        && from.length() < LONGEST_REFERENCE
        && b[at] > ' '
        && "&;<\"'".indexOf(b[at]) < 0) {
      from.append((char) take());
    }
    var known = more() && b[at] == ';' ? value(from) : -1;
    if (known < 0) {
      malformed = true;
      raw('&');
      for (var i = 0; i < from.length(); i++) {
        raw(from.charAt(i));
      }
    } else {
      take();
      character(known);
    }
  }

  private static int value(CharSequence reference) {
    var word = reference.toString();
    return switch (word) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      case "nbsp" -> '\u00A0';
      default -> number(word);
    };
  }

  private static int number(String word) {
    if (word.length() < 2 || word.charAt(0) != '#') {
      return -1;
    }
    var hex = word.charAt(1) == 'x' || word.charAt(1) == 'X';
    try {
      var number = Integer.parseInt(word.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(number) ? number : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** A character given by number; phones write one beyond the first plane as two halves. */
  private void character(int c) {
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

  private void raw(int c) {
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

  private void room() {
    if (length + 4 > chars.length) {
      chars = Arrays.copyOf(chars, chars.length * 2);
    }
  }

  private String taken() {
    lone();
    return new String(chars, 0, length, StandardCharsets.UTF_8);
  }

  /** Past the end of a comment or an instruction; more of its first character may precede. */
  private void skipPast(String ending) throws IOException, MalformedXml {
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

  private void blank() throws IOException {
    while (more() && (b[at] == ' ' || b[at] == '\n' || b[at] == '\r' || b[at] == '\t')) {
      take();
    }
  }

  private void expect(int c) throws IOException, MalformedXml {
    if (needed() != c) {
      throw malformed("character out of place");
    }
  }

  private int peek() throws IOException, MalformedXml {
    if (!more()) {
      throw malformed("ends early");
    }
    return b[at] & 0xFF;
  }

  private int needed() throws IOException, MalformedXml {
    peek();
    return take();
  }

  private int take() {
    var c = b[at++] & 0xFF;
    if (c == '\n') {
      line++;
    }
    return c;
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

  private MalformedXml malformed(String what) {
    return new MalformedXml(what, place());
  }
}
