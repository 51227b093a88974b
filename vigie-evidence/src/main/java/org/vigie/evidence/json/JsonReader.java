package org.vigie.evidence.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads JSON that is in its one spelling and refuses all other bytes, so that a file under a hash
 * has no second form. Depth and length are bounded before anything is built.
 */
public final class JsonReader {

  /** Deepest nesting read. */
  public static final int MAX_DEPTH = 16;

  /** Longest input read, in bytes. */
  public static final int MAX_LENGTH = 32 * 1024 * 1024;

  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";

  private final String source;
  private int at;

  private JsonReader(String source) {
    this.source = source;
  }

  /** Reads one value that fills {@code utf8} and is spelled as {@link JsonWriter} spells it. */
  public static Json read(byte[] utf8) throws JsonRefused {
    if (utf8.length > MAX_LENGTH) {
      throw new JsonRefused("json.too-long");
    }
    try {
      var source = UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      var reader = new JsonReader(source);
      var value = reader.value(0);
      reader.require(reader.at == source.length());
      // Order of members, spelling of escapes and numbers: whatever would be written otherwise.
      reader.require(MessageDigest.isEqual(JsonWriter.write(value), utf8));
      return value;
    } catch (CharacterCodingException e) {
      throw new JsonRefused("json.malformed");
    }
  }

  private void require(boolean holds) throws JsonRefused {
    if (!holds) {
      throw new JsonRefused("json.malformed");
    }
  }

  private char next() throws JsonRefused {
    require(at < source.length());
    return source.charAt(at++);
  }

  private boolean take(char wanted) {
    if (at < source.length() && source.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private Json value(int depth) throws JsonRefused {
    require(depth <= MAX_DEPTH && at < source.length());
    return switch (source.charAt(at)) {
      case '{' -> object(depth);
      case '[' -> row(depth);
      case '"' -> Json.of(text());
      case 't' -> word("true", Json.of(true));
      case 'f' -> word("false", Json.of(false));
      case 'n' -> word("null", new Json.Nothing());
      default -> number();
    };
  }

  private Json word(String word, Json value) throws JsonRefused {
    require(source.startsWith(word, at));
    at += word.length();
    return value;
  }

  private Json object(int depth) throws JsonRefused {
    at++;
    var members = new TreeMap<String, Json>();
    if (take('}')) {
      return Json.of(members);
    }
    do {
      require(at < source.length() && source.charAt(at) == '"');
      var name = text();
      require(take(':'));
      require(members.put(name, value(depth + 1)) == null);
    } while (take(','));
    require(take('}'));
    return Json.of(members);
  }

  private Json row(int depth) throws JsonRefused {
    at++;
    if (take(']')) {
      return Json.of(List.of());
    }
    var values = new ArrayList<Json>();
    do {
      values.add(value(depth + 1));
    } while (take(','));
    require(take(']'));
    return Json.of(values);
  }

  private String text() throws JsonRefused {
    at++;
    var out = new StringBuilder();
    for (var c = next(); c != '"'; c = next()) {
      out.append(c == '\\' ? escape() : c);
    }
    return out.toString();
  }

  private char escape() throws JsonRefused {
    var c = next();
    if (c == 'u') {
      require(source.length() - at >= 4);
      var digits = source.substring(at, at + 4);
      // Only controls are ever escaped by number, so no surrogate can come this way.
      require(digits.matches("00[01][0-9a-f]"));
      at += 4;
      return (char) Integer.parseInt(digits, 16);
    }
    var index = ESCAPES.indexOf(c);
    require(index >= 0);
    return ESCAPED.charAt(index);
  }

  private Json number() throws JsonRefused {
    var start = at;
    take('-');
    while (at < source.length() && source.charAt(at) >= '0' && source.charAt(at) <= '9') {
      at++;
    }
    require(at > start && at - start <= 17);
    try {
      return Json.of(Long.parseLong(source.substring(start, at)));
    } catch (IllegalArgumentException e) {
      throw new JsonRefused("json.malformed");
    }
  }
}
