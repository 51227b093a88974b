package org.vigie.imports.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small piece of JSON in memory: one record of an export. Null is left out. */
public sealed interface Json {

  /**
   * A string, a number or a word.
   *
   * @param text its characters
   * @param quoted whether it is a string
   */
  record Scalar(String text, boolean quoted) implements Json {}

  /** An array. */
  record Items(List<Json> all) implements Json {}

  /**
   * An object.
   *
   * @param members its members; of several with one name the last
   * @param at where it begins in the source
   * @param line on which line
   */
  record Members(Map<String, Json> members, long at, long line) implements Json {

    /** An object without members. */
    public static final Members NONE = new Members(Map.of(), 0, 0);

    /** Whether there is such a member. */
    public boolean has(String name) {
      return members.containsKey(name);
    }

    /** A string or the digits of a number; null when there is none. */
    public @Nullable String text(String name) {
      return members.get(name) instanceof Scalar scalar ? scalar.text() : null;
    }

    /** The first of these members that is a string with something in it; null when none is. */
    public @Nullable String firstText(String... names) {
      for (var name : names) {
        if (members.get(name) instanceof Scalar scalar && !scalar.text().isBlank()) {
          return scalar.text();
        }
      }
      return null;
    }

    /** A whole number, also when written as a string; null when there is none. */
    public @Nullable Long number(String name) {
      var text = text(name);
      if (text == null || text.isEmpty() || text.length() > 19) {
        return null;
      }
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        return null;
      }
    }

    /** Whether the member is the word true. */
    public boolean isTrue(String name) {
      return members.get(name) instanceof Scalar scalar
          && !scalar.quoted()
          && scalar.text().equals("true");
    }

    /** An object; empty when there is none. */
    public Members object(String name) {
      return members.get(name) instanceof Members object ? object : NONE;
    }

    /** The items of an array; none when there is none. */
    public List<Json> items(String name) {
      return members.get(name) instanceof Items items ? items.all() : List.of();
    }

    /** The objects in an array. */
    public List<Members> objects(String name) {
      return items(name).stream()
          .filter(Members.class::isInstance)
          .map(Members.class::cast)
          .toList();
    }
  }
}
