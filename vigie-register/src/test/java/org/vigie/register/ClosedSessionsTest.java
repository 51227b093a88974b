package org.vigie.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.vigie.register.store.MemoryBlobs;
import org.vigie.register.store.MemoryRows;
import org.vigie.register.store.RegisterRows;
import org.vigie.seal.HybridKey;
import org.vigie.seal.MemberKeys;
import org.vigie.seal.RowKey;

/** S-05: with all sessions closed nothing that can be reached from the registers opens anything. */
class ClosedSessionsTest {

  @Test
  void S_05_closed_sessions_leave_no_key_that_opens_a_case() throws Exception {
    var scene = new Scene();
    var session = scene.world.signIn(scene.founder);
    var register = scene.open(session);
    register.append(World.NOTE, World.note("open"));
    assertThat(keys(List.of(session, register))).isNotEmpty();
    session.close();
    assertThat(keys(List.of(scene.world.registers, scene.rows, scene.blobs))).isEmpty();
    assertThat(secretsStillOpen(List.of(session, register))).isEmpty();
    assertThat(notes(List.of(session, register, scene.world.registers))).isEmpty();
  }

  @Test
  void S_05_a_closed_session_answers_nothing() throws Exception {
    var scene = new Scene();
    var session = scene.world.signIn(scene.founder);
    var register = scene.open(session);
    session.close();
    session.close();
    assertThatThrownBy(register::entries).hasMessage("register.closed");
    assertThatThrownBy(() -> register.append(World.NOTE, World.note("late")))
        .hasMessage("register.closed");
    assertThatThrownBy(() -> scene.world.registers.open(session, scene.id))
        .hasMessage("register.closed");
  }

  @Test
  void S_25_closing_wipes_the_keys_also_when_nothing_can_be_written_any_more() throws Exception {
    var full = new AtomicBoolean();
    var real = new MemoryRows();
    var rows =
        Proxy.newProxyInstance(
            RegisterRows.class.getClassLoader(),
            new Class<?>[] {RegisterRows.class},
            (self, method, arguments) -> {
              if (full.get()) {
                throw new UncheckedIOException(new IOException("no room"));
              }
              return method.invoke(real, arguments);
            });
    var world = new World((RegisterRows) rows, new MemoryBlobs());
    var session = world.signIn(world.person());
    var register = world.registers.create(session, "case", Role.steward("person"));
    register.append(World.NOTE, World.note("seen and not yet written down"));
    full.set(true);
    session.close();
    assertThat(secretsStillOpen(List.of(session, register))).isEmpty();
  }

  private static List<Object> keys(List<Object> roots) {
    return reach(roots).stream()
        .filter(o ->
            o instanceof HybridKey
                || o instanceof RowKey
                || o instanceof MemberKeys
                || o instanceof EpochKey)
        .toList();
  }

  private static List<Object> notes(List<Object> roots) {
    return reach(roots).stream().filter(o -> o instanceof World.Note).toList();
  }

  /** Secrets reachable from {@code roots}, but for the node's own signing key, that still hold. */
  private static List<Object> secretsStillOpen(List<Object> roots) {
    return reach(roots).stream()
        .filter(o -> o instanceof org.vigie.kernel.Secret)
        .filter(o -> !o.toString().contains("closed"))
        .filter(o -> !o.toString().contains("32 bytes") || !belongsToNode(roots, o))
        .toList();
  }

  private static boolean belongsToNode(List<Object> roots, Object secret) {
    return reach(roots).stream()
        .filter(o -> o instanceof Ports)
        .map(o -> ((Ports) o).node())
        .anyMatch(node -> reach(List.of(node)).contains(secret));
  }

  /** Everything our own objects lead to. */
  private static Collection<Object> reach(List<Object> roots) {
    var seen = Collections.newSetFromMap(new IdentityHashMap<Object, Boolean>());
    var next = new ArrayDeque<Object>(roots);
    while (!next.isEmpty()) {
      var now = next.pop();
      if (seen.add(now)) {
        next.addAll(children(now));
      }
    }
    return seen;
  }

  private static List<Object> children(Object of) {
    var found = new ArrayList<Object>();
    switch (of) {
      case Map<?, ?> map -> {
        found.addAll(map.keySet());
        found.addAll(map.values());
      }
      case Collection<?> many -> found.addAll(many);
      case Optional<?> maybe -> maybe.ifPresent(found::add);
      case Object[] many ->
          java.util.Arrays.stream(many).filter(java.util.Objects::nonNull).forEach(found::add);
      default -> {
        if (of.getClass().getName().startsWith("org.vigie")) {
          fields(of.getClass()).forEach(field -> value(field, of).ifPresent(found::add));
        }
      }
    }
    return found;
  }

  private static List<Field> fields(Class<?> type) {
    var all = new ArrayList<Field>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      for (var field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          all.add(field);
        }
      }
    }
    return all;
  }

  private static Optional<Object> value(Field field, Object of) {
    try {
      field.setAccessible(true);
      var value = field.get(of);
      return value == null || (value.getClass().isArray() && Array.getLength(value) == 0)
          ? Optional.empty()
          : Optional.of(value);
    } catch (IllegalAccessException | RuntimeException hidden) {
      return Optional.empty();
    }
  }
}
