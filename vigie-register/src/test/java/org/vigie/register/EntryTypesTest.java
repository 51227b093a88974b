package org.vigie.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.RegisterId;
import org.vigie.register.World.Person;
import org.vigie.register.store.MemoryBlobs;
import org.vigie.register.store.MemoryRows;

/** What one release wrote, another reads: a node is renewed, its registers stay. */
class EntryTypesTest {

  /** As the first release had it. */
  record Call(String from) {}

  /** The same with more in it; the meaning of the first field stayed. */
  record FullerCall(
      String from, @Nullable String channel, int times, List<String> heard, Set<String> tags) {}

  /** Where the meaning of the field changed: who is called is now a list. */
  record Calls(List<String> callers, Map<String, String> notes) {}

  private static final EntryType<Call> FIRST = new EntryType<>("test.call", 1, Call.class);
  private static final EntryType<FullerCall> FULLER =
      new EntryType<>("test.call", 1, FullerCall.class);
  private static final EntryType<Calls> SECOND =
      new EntryType<>("test.call", 2, Calls.class)
          .reading(1, Call.class, old -> new Calls(List.of(old.from()), Map.of()));

  private final MemoryRows rows = new MemoryRows();
  private final MemoryBlobs blobs = new MemoryBlobs();
  private final Person person = new World(rows, blobs).person();

  private RegisterId written(EntryType<?> type, Object body) throws Exception {
    var world = new World(rows, blobs, new EntryTypes(type));
    try (var session = world.signIn(person)) {
      var register = world.registers.create(session, "case", Role.steward("person"));
      append(register, type, body);
      return register.id();
    }
  }

  private static <T> void append(OpenRegister register, EntryType<T> type, Object body)
      throws RegisterRefused {
    register.append(type, type.body().cast(body));
  }

  /** The last entry of a register as a release that knows {@code types} reads it. */
  private Entry<?> read(RegisterId id, EntryType<?>... types) throws Exception {
    var world = new World(rows, blobs, new EntryTypes(types));
    try (var session = world.signIn(person)) {
      return world.registers.open(session, id).orElseThrow().entries().getLast();
    }
  }

  @Test
  void a_field_that_came_later_is_null_nought_or_empty_in_what_was_written_before()
      throws Exception {
    var id = written(FIRST, new Call("a hidden number"));
    assertThat(read(id, FULLER).body())
        .isEqualTo(new FullerCall("a hidden number", null, 0, List.of(), Set.of()));
  }

  @Test
  void a_field_that_an_older_release_does_not_know_is_passed_over() throws Exception {
    var id = written(FULLER, new FullerCall("a", "phone", 3, List.of("come back"), Set.of("x")));
    assertThat(read(id, FIRST).body()).isEqualTo(new Call("a"));
  }

  @Test
  void a_version_whose_meaning_changed_is_read_through_the_record_it_was_written_with()
      throws Exception {
    var id = written(FIRST, new Call("+852 5555 0134"));
    var entry = read(id, SECOND);
    assertThat(entry.body()).isEqualTo(new Calls(List.of("+852 5555 0134"), Map.of()));
    assertThat(entry.as(SECOND)).isPresent();
  }

  @Test
  void a_version_of_a_later_release_is_kept_and_never_guessed_at() throws Exception {
    var id = written(SECOND, new Calls(List.of("a"), Map.of("from", "b")));
    var entry = read(id, FULLER);
    assertThat(entry.body()).isInstanceOf(UnknownBody.class);
    assertThat(entry.type().version()).isEqualTo(2);
    assertThat(entry.as(FULLER)).isEmpty();
    assertThat(read(id, SECOND).body()).isInstanceOf(Calls.class);
  }

  @Test
  void an_entry_of_a_type_nobody_knows_is_kept_and_what_follows_is_read() throws Exception {
    var id = written(FIRST, new Call("a"));
    var later = new World(rows, blobs, new EntryTypes(World.NOTE));
    try (var session = later.signIn(person)) {
      var register = later.registers.open(session, id).orElseThrow();
      register.append(World.NOTE, World.note("after it"));
      var entries = register.entries();
      assertThat(entries.getLast().body()).isEqualTo(World.note("after it"));
      assertThat(entries.get(entries.size() - 2).body()).isInstanceOf(UnknownBody.class);
    }
    assertThat(read(id, FIRST, World.NOTE).body()).isEqualTo(World.note("after it"));
  }

  @Test
  void a_body_that_is_no_json_of_its_type_is_refused_with_one_error() {
    var types = new EntryTypes(FULLER);
    for (var bad : List.of("", "{", "[1]", "\"x\"", "{\"times\":\"many\"}", "\u0000")) {
      assertThatThrownBy(() -> types.read("test.call", 1, bad.getBytes(StandardCharsets.UTF_8)))
          .as(bad)
          .isInstanceOf(RegisterRefused.class)
          .hasMessage("register.malformed-entry");
    }
  }

  @Test
  void two_types_of_one_name_and_names_of_another_form_are_our_mistake() {
    assertThatIllegalArgumentException().isThrownBy(() -> new EntryTypes(FIRST, FULLER));
    for (var name : List.of("", "A", "1a", "a b", "a".repeat(81), "a\n")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new EntryType<>(name, 1, Call.class));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new EntryType<>("a", 0, Call.class));
  }
}
