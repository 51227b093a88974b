package org.vigie.imports.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.json.JsonPull.Token;

/**
 * Takes one record at a time into memory: 20,000 values and 32 levels at most; what is beyond is
 * skipped and {@link #wasCut} says so. Not for use by several threads.
 */
public final class JsonTree {

  private static final int MOST_VALUES = 20_000;
  private static final int DEEPEST = 32;

  private final JsonPull pull;
  private final Set<String> ignored;
  private int values;
  private long characters;
  private final long mostCharacters;
  private boolean cut;

  /**
   * Reads from {@code pull}.
   *
   * @param ignored names of members that are skipped wherever they are
   * @param mostCharacters the most characters of all strings of a record
   */
  public JsonTree(JsonPull pull, Set<String> ignored, long mostCharacters) {
    this.pull = pull;
    this.ignored = ignored;
    this.mostCharacters = mostCharacters;
  }

  /** Whether something of the last record was too much. */
  public boolean wasCut() {
    return cut || pull.wasCut();
  }

  /** Whether an escape in the last record meant nothing. */
  public boolean wasMalformed() {
    return pull.wasMalformed();
  }

  /** The value that begins with {@code token}, the last one met; null for null. */
  public @Nullable Json read(Token token) throws IOException, MalformedJson {
    values = 0;
    characters = 0;
    cut = false;
    pull.forget();
    return value(token, 0);
  }

  private @Nullable Json value(Token token, int level) throws IOException, MalformedJson {
    if (level > DEEPEST || values++ > MOST_VALUES || characters > mostCharacters) {
      cut = true;
      pull.skip(token);
      return null;
    }
    return switch (token) {
      case OBJECT -> object(level);
      case ARRAY -> array(level);
      case TEXT, NUMBER -> {
        characters += pull.text().length();
        yield new Json.Scalar(pull.text(), token == Token.TEXT);
      }
      case TRUE -> new Json.Scalar("true", false);
      case FALSE -> new Json.Scalar("false", false);
      case NULL -> null;
      case END, END_OBJECT, END_ARRAY, NAME -> throw new IllegalStateException("no value");
    };
  }

  private Json.Members object(int level) throws IOException, MalformedJson {
    var at = pull.tokenAt();
    var line = pull.tokenLine();
    Map<String, Json> members = new LinkedHashMap<>();
    while (pull.next() != Token.END_OBJECT) {
      var name = pull.text();
      var token = pull.next();
      if (ignored.contains(name)) {
        pull.skip(token);
        continue;
      }
      characters += name.length();
      var value = value(token, level + 1);
      if (value != null) {
        members.put(name, value);
      }
    }
    return new Json.Members(members, at, line);
  }

  private Json.Items array(int level) throws IOException, MalformedJson {
    var items = new ArrayList<Json>();
    for (var token = pull.next(); token != Token.END_ARRAY; token = pull.next()) {
      var value = value(token, level + 1);
      if (value != null) {
        items.add(value);
      }
    }
    return new Json.Items(items);
  }
}
