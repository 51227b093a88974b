package org.vigie.matching.join;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads messages as JSON lines in UTF-8: one object a line with {@code id}, and maybe {@code case},
 * {@code text} and {@code identifiers}; other keys are ignored, empty lines too.
 */
public final class MessageLines {

  private static final int LONGEST_LINE = 16 << 20;
  private static final JsonFactory JSON = new JsonFactory();

  private MessageLines() {}

  /**
   * Gives each message to {@code each}, in the order of the lines.
   *
   * @throws MatchRefused {@code match.line-malformed} or {@code match.line-too-long} with the
   *     number of the first line that is so; earlier messages were given already
   */
  public static void read(InputStream lines, Consumer<Message> each)
      throws IOException, MatchRefused {
    var line = new ByteArrayOutputStream();
    var some = new byte[1 << 16];
    var number = 1L;
    for (var count = lines.read(some); count >= 0; count = lines.read(some)) {
      var from = 0;
      for (var to = end(some, 0, count); to < count; to = end(some, from, count)) {
        append(some, from, to, line, number);
        parse(line.toByteArray(), number++).ifPresent(each);
        line.reset();
        from = to + 1;
      }
      append(some, from, count, line, number);
    }
    if (line.size() > 0) {
      parse(line.toByteArray(), number).ifPresent(each);
    }
  }

  private static int end(byte[] some, int from, int count) {
    var at = from;
    while (at < count && some[at] != '\n') {
      at++;
    }
    return at;
  }

  private static void append(byte[] some, int from, int to, ByteArrayOutputStream line, long number)
      throws MatchRefused {
    if (line.size() + (to - from) > LONGEST_LINE) {
      throw new MatchRefused(MatchRefused.TOO_LONG, number);
    }
    line.write(some, from, to - from);
  }

  /**
   * The message of one line, without its end; nothing if the line is empty.
   *
   * @param number which line it is, counted from 1
   * @throws MatchRefused as {@link #read} does
   */
  public static Optional<Message> parse(byte[] line, long number) throws MatchRefused {
    if (line.length > LONGEST_LINE) {
      throw new MatchRefused(MatchRefused.TOO_LONG, number);
    }
    var text = decoded(line, number);
    if (number == 1 && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    return text.isBlank() ? Optional.empty() : Optional.of(message(text, number));
  }

  private static String decoded(byte[] line, long number) throws MatchRefused {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(line))
          .toString();
    } catch (CharacterCodingException notText) {
      throw new MatchRefused(MatchRefused.MALFORMED, number);
    }
  }

  private static Message message(String line, long number) throws MatchRefused {
    try (var json = JSON.createParser(ObjectReadContext.empty(), line)) {
      var message = message(json);
      if (message == null || json.nextToken() != null) {
        throw new MatchRefused(MatchRefused.MALFORMED, number);
      }
      return message;
    } catch (JacksonException notJson) {
      throw new MatchRefused(MatchRefused.MALFORMED, number);
    }
  }

  /** Null when the object is not a message. */
  private static @Nullable Message message(JsonParser json) {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return null;
    }
    String id = null;
    String caseId = null;
    String text = null;
    var identifiers = List.<String>of();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      var value = json.nextToken();
      var expected = name.equals("identifiers") ? JsonToken.START_ARRAY : JsonToken.VALUE_STRING;
      switch (name) {
        case "id", "case", "text", "identifiers" -> {
          if (value != expected && (value != JsonToken.VALUE_NULL || name.equals("id"))) {
            return null;
          }
        }
        default -> json.skipChildren();
      }
      if (value == expected) {
        switch (name) {
          case "id" -> id = json.getString();
          case "case" -> caseId = json.getString();
          case "text" -> text = json.getString();
          case "identifiers" -> {
            var read = strings(json);
            if (read == null) {
              return null;
            }
            identifiers = read;
          }
          default -> {}
        }
      }
    }
    return id == null ? null : new Message(id, caseId, text, identifiers);
  }

  private static @Nullable List<String> strings(JsonParser json) {
    var strings = new ArrayList<String>();
    for (var next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      if (next != JsonToken.VALUE_STRING) {
        return null;
      }
      strings.add(json.getString());
    }
    return strings;
  }
}
