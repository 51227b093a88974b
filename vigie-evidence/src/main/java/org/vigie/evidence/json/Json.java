package org.vigie.evidence.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A JSON value. Immutable. Numbers are integers of at most 2^53 - 1 in size. */
public sealed interface Json {

  /** The largest integer every reader of JSON keeps exactly. */
  long MAX_INTEGER = (1L << 53) - 1;

  /**
   * An object; its members are sorted by name.
   *
   * @param members by name
   */
  record Members(SortedMap<String, Json> members) implements Json {

    /** Copies the members. */
    public Members {
      members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    /** The member called {@code name}; refuses when there is none. */
    public Json member(String name) throws JsonRefused {
      var member = members.get(name);
      if (member == null) {
        throw new JsonRefused("json.missing");
      }
      return member;
    }

    /** The text of a member. */
    public String text(String name) throws JsonRefused {
      if (member(name) instanceof Text(String value)) {
        return value;
      }
      throw new JsonRefused("json.kind");
    }

    /** The integer of a member. */
    public long integer(String name) throws JsonRefused {
      if (member(name) instanceof Whole(long value)) {
        return value;
      }
      throw new JsonRefused("json.kind");
    }

    /** The truth of a member. */
    public boolean truth(String name) throws JsonRefused {
      if (member(name) instanceof Truth(boolean value)) {
        return value;
      }
      throw new JsonRefused("json.kind");
    }

    /** The list of a member. */
    public List<Json> list(String name) throws JsonRefused {
      if (member(name) instanceof Row(List<Json> values)) {
        return values;
      }
      throw new JsonRefused("json.kind");
    }
  }

  /**
   * An array.
   *
   * @param values in order
   */
  record Row(List<Json> values) implements Json {

    /** Copies the values. */
    public Row {
      values = List.copyOf(values);
    }
  }

  /**
   * A string.
   *
   * @param value whole code points only
   */
  record Text(String value) implements Json {}

  /**
   * An integer.
   *
   * @param value between -{@link #MAX_INTEGER} and {@link #MAX_INTEGER}
   */
  record Whole(long value) implements Json {

    /** Refuses what other readers would round. */
    public Whole {
      if (value > MAX_INTEGER || value < -MAX_INTEGER) {
        throw new IllegalArgumentException("Larger than every reader keeps exactly");
      }
    }
  }

  /**
   * True or false.
   *
   * @param value which
   */
  record Truth(boolean value) implements Json {}

  /** Null. */
  record Nothing() implements Json {}

  /** A string value. */
  static Json of(String value) {
    return new Text(value);
  }

  /** An integer value. */
  static Json of(long value) {
    return new Whole(value);
  }

  /** A truth value. */
  static Json of(boolean value) {
    return new Truth(value);
  }

  /** An array value. */
  static Json of(List<? extends Json> values) {
    return new Row(List.copyOf(values));
  }

  /** An object value. */
  static Json of(Map<String, Json> members) {
    return new Members(new TreeMap<>(members));
  }

  /** This value as an object; refuses when it is none. */
  default Members object() throws JsonRefused {
    if (this instanceof Members members) {
      return members;
    }
    throw new JsonRefused("json.kind");
  }
}
