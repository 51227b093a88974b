package org.vigie.imports.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.vigie.imports.json.JsonPull.Token;

/**
 * Which members the beginning of a document has, as paths such as {@code messages[].from_id}.
 *
 * @param paths the first thousand paths
 */
public record JsonShape(Set<String> paths) {

  private static final int MOST = 1000;
  private static final int LONGEST = 200;

  /** The shape of {@code head} without its first {@code from} bytes; empty when it is no JSON. */
  public static JsonShape of(byte[] head, int from) {
    var paths = new HashSet<String>();
    var pull =
        new JsonPull(new ByteArrayInputStream(head, from, head.length - from), from, LONGEST);
    try {
      walk(pull, paths);
    } catch (MalformedJson cutOff) {
      // A head ends anywhere.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new JsonShape(paths);
  }

  /** Whether all of these are there. */
  public boolean hasAll(String... wanted) {
    return paths.containsAll(Set.of(wanted));
  }

  /** Whether one of these is there. */
  public boolean hasAny(String... wanted) {
    for (var path : wanted) {
      if (paths.contains(path)) {
        return true;
      }
    }
    return false;
  }

  private static void walk(JsonPull pull, Set<String> paths) throws IOException, MalformedJson {
    Deque<String> outer = new ArrayDeque<>();
    var path = "";
    var member = "";
    while (paths.size() < MOST) {
      var token = pull.next();
      switch (token) {
        case NAME -> {
          member = join(path, pull.text());
          paths.add(member);
        }
        case OBJECT, ARRAY -> {
          outer.push(path);
          path = token == Token.ARRAY ? member + "[]" : member;
          member = path;
        }
        case END_OBJECT, END_ARRAY -> {
          path = outer.pop();
          member = path;
        }
        case END -> {
          return;
        }
        case TEXT, NUMBER, TRUE, FALSE, NULL -> member = path;
      }
    }
  }

  private static String join(String path, String name) {
    var joined = path.isEmpty() ? name : path + "." + name;
    return joined.length() > LONGEST ? joined.substring(0, LONGEST) : joined;
  }
}
