package org.vigie.register;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The entry types this node knows, and their JSON. Immutable; safe for several threads. */
public final class EntryTypes {

  private final Map<String, EntryType<?>> known = new HashMap<>();
  private final JsonMapper json;

  /**
   * Knows {@code types} and the register's own.
   *
   * @throws IllegalArgumentException if two types share a name
   */
  public EntryTypes(Collection<? extends EntryType<?>> types) {
    json = mapper();
    Reserved.TYPES.forEach(this::add);
    types.forEach(this::add);
  }

  /** Knows {@code types} and the register's own. */
  public EntryTypes(EntryType<?>... types) {
    this(List.of(types));
  }

  private void add(EntryType<?> type) {
    if (known.put(type.name(), type) != null) {
      throw new IllegalArgumentException("two entry types are called " + type.name());
    }
  }

  private static JsonMapper mapper() {
    var builder =
        ForgetfulJson.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    var empty = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
    for (var collection : List.of(List.class, Set.class, Map.class)) {
      builder.withConfigOverride(collection, o -> o.setNullHandling(empty));
    }
    return builder.build();
  }

  /** Whether {@code type} may be written by a capability. */
  void requireWritable(EntryType<?> type) {
    if (Reserved.reserves(type.name()) || !known.containsKey(type.name())) {
      throw new IllegalStateException("entry type not registered: " + type.name());
    }
  }

  byte[] write(Object body) {
    return json.writeValueAsBytes(body);
  }

  /**
   * Reads a body; an entry of a type nobody knows, or of a version that a later release gave
   * another meaning, is kept as it is.
   */
  Opened<?> read(String name, int version, byte[] body) throws RegisterRefused {
    try {
      var type = known.get(name);
      return type == null || version > type.version()
          ? new Opened<>(unknown(name, version), new UnknownBody(json.readTree(body)))
          : read(type, version, body);
    } catch (JacksonException malformed) {
      throw new RegisterRefused("register.malformed-entry");
    }
  }

  /** The type of an entry whose body is gone. */
  EntryType<?> typeOf(String name, int version) {
    var type = known.get(name);
    return type == null ? unknown(name, version) : type;
  }

  private static EntryType<UnknownBody> unknown(String name, int version) {
    return new EntryType<>(name, version, UnknownBody.class);
  }

  private <T> Opened<T> read(EntryType<T> type, int version, byte[] body) {
    for (var earlier : type.earlier()) {
      if (earlier.version() == version) {
        return new Opened<>(type, upgrade(earlier, body));
      }
    }
    return new Opened<>(type, json.readValue(body, type.body()));
  }

  private <U, T> T upgrade(EntryType.Earlier<U, T> earlier, byte[] body) {
    return earlier.upgrade().apply(json.readValue(body, earlier.body()));
  }

  /** A body read, with the type it was read as. */
  record Opened<T>(EntryType<T> type, T body) {}
}
