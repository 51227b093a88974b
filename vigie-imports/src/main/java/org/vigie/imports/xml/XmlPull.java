package org.vigie.imports.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  private static final int DEEPEST = 64;
  private static final int MOST_ATTRIBUTES = 200;
  private static final int LONGEST_NAME = 200;
  private static final int[] MARK = {0xEF, 0xBB, 0xBF};

  private static final Set<String> ALWAYS_EMPTY =
      Set.of("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr");

  private final XmlBytes bytes;
  private final XmlCharacters said;
  private final boolean page;
  private final Set<String> ignored;
  private final Deque<String> open = new ArrayDeque<>();
  private final byte[] letters = new byte[LONGEST_NAME];
  private long tokenAt;
  private long tokenLine = 1;
  private boolean emptyElement;
  private String name = "";
  private String text = "";
  private Map<String, String> attributes = Map.of();

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
    this.bytes = new XmlBytes(in);
    this.said = new XmlCharacters(longest);
    this.page = page;
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
    return bytes.place();
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
    return said.wasCut();
  }

  /** Whether a reference since {@link #forget} meant nothing. */
  public boolean wasMalformed() {
    return said.wasMalformed();
  }

  /** Forgets both. */
  public void forget() {
    said.forget();
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
    tokenLine = bytes.line();
    skipMark();
    if (!bytes.more()) {
      tokenAt = place();
      if (!open.isEmpty() && !page) {
        throw malformed("ends early");
      }
      return Token.DONE;
    }
    tokenAt = place();
    said.begin(true);
    if (bytes.next() != '<') {
      return characters();
    }
    bytes.take();
    if (page && !beginsTag()) {
      said.raw('<');
      return characters();
    }
    return switch (bytes.peek()) {
      case '!' -> declaration();
      case '?' -> {
        bytes.skipPast("?>");
        yield Token.OTHER;
      }
      case '/' -> closing();
      default -> opening();
    };
  }

  private void skipMark() throws IOException {
    while (place() < MARK.length && bytes.more() && (bytes.next() & 0xFF) == MARK[(int) place()]) {
      bytes.take();
    }
  }

  private boolean beginsTag() throws IOException {
    return bytes.more() && (Character.isLetter(bytes.next()) || "!/?".indexOf(bytes.next()) >= 0);
  }

  private Token characters() throws IOException {
    until('<');
    text = said.taken();
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
    bytes.take();
    if (bytes.peek() == '-') {
      bytes.take();
      bytes.expect('-');
      bytes.skipPast("-->");
      return Token.OTHER;
    }
    if (bytes.peek() == '[') {
      for (var c : "[CDATA[".toCharArray()) {
        bytes.expect(c);
      }
      characterData();
      return Token.TEXT;
    }
    documentType();
    return Token.OTHER;
  }

  private void characterData() throws IOException, MalformedXml {
    said.begin(true);
    var brackets = 0;
    while (true) {
      var c = bytes.needed();
      if (c == '>' && brackets >= 2) {
        said.drop(2);
        text = said.taken();
        return;
      }
      brackets = c == ']' ? brackets + 1 : 0;
      said.raw(c);
    }
  }

  /** Up to its closing bracket, past all it may define. */
  private void documentType() throws IOException, MalformedXml {
    var depth = 1;
    var quote = 0;
    while (depth > 0) {
      var c = bytes.needed();
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
    bytes.take();
    name = readName();
    bytes.skipBlanks();
    bytes.expect('>');
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
      bytes.skipBlanks();
      var c = bytes.peek();
      if (c == '>' || c == '/') {
        bytes.take();
        emptyElement = c == '/';
        if (emptyElement) {
          bytes.expect('>');
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
    bytes.skipBlanks();
    if (page && bytes.peek() != '=') {
      all.put(key, "");
      return;
    }
    bytes.expect('=');
    bytes.skipBlanks();
    var quote = bytes.needed();
    if (quote != '"' && quote != '\'') {
      throw malformed("no quotation mark");
    }
    said.begin(!ignored.contains(key));
    until(quote);
    if (!bytes.more()) {
      throw malformed("ends within an attribute");
    }
    bytes.take();
    all.put(key, said.taken());
  }

  private String readName() throws IOException, MalformedXml {
    var length = 0;
    while (bytes.more() && inName(bytes.next())) {
      if (length == LONGEST_NAME) {
        throw malformed("name too long");
      }
      letters[length++] = (byte) bytes.take();
    }
    if (length == 0) {
      throw malformed("no name");
    }
    return new String(letters, 0, length, StandardCharsets.UTF_8);
  }

  private static boolean inName(byte c) {
    return c > ' ' ? "<>/=\"'&!?".indexOf(c) < 0 : c < 0;
  }

  /** Takes characters up to {@code stop} or the end. */
  private void until(int stop) throws IOException {
    while (bytes.more() && (bytes.next() & 0xFF) != stop) {
      var c = bytes.take();
      if (c == '&') {
        XmlReference.read(bytes, said);
      } else {
        said.raw(c);
      }
    }
  }

  private MalformedXml malformed(String what) {
    return bytes.malformed(what);
  }
}
