package org.vigie.imports.json;

import java.io.IOException;
import org.vigie.imports.Source;
import org.vigie.imports.json.JsonPull.Token;
import org.vigie.imports.tally.Records;

/** The outside of a JSON export: where it begins, and what to do where it breaks off. */
public final class JsonDocument {

  private static final int MARK = 3;

  /** Reads the inside of an export whose first token was met. */
  @FunctionalInterface
  public interface Body {
    /** Reads to the end of the value that begins with {@code token}. */
    void read(Token token) throws IOException, MalformedJson;
  }

  private JsonDocument() {}

  /** Where the first brace or bracket is, after a mark and blanks; -1 when something else is. */
  public static int start(byte[] head) {
    var i = marked(head) ? MARK : 0;
    while (i < head.length
        && (head[i] == ' ' || head[i] == '\n' || head[i] == '\r' || head[i] == '\t')) {
      i++;
    }
    return i < head.length && (head[i] == '{' || head[i] == '[') ? i : -1;
  }

  /** Whether a byte order mark of UTF-8 stands first. */
  static boolean marked(byte[] head) {
    return head.length >= MARK
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF;
  }

  /**
   * Reads one value. From the first byte that does not fit, the rest of the source is an unparsed
   * block: a file that was cut off still gives what it holds.
   */
  public static void run(JsonPull pull, Records records, Source source, Body body)
      throws IOException {
    run(pull, records, source, 0, body);
  }

  /** The same, with so many bytes before the JSON left out. */
  public static void run(JsonPull pull, Records records, Source source, int before, Body body)
      throws IOException {
    try {
      pull.leaveOut(before);
      for (var token = pull.next(); token != Token.END; token = pull.next()) {
        body.read(token);
      }
    } catch (MalformedJson broken) {
      var why =
          "from here on it is not valid JSON (" + broken.getMessage() + "); cut off or damaged";
      records.block(recordStart(pull, broken), source.length(), pull.tokenLine(), why);
    }
  }

  /** The block begins where the record does that was not finished. */
  private static long recordStart(JsonPull pull, MalformedJson broken) {
    return Math.min(pull.tokenAt(), broken.at());
  }
}
