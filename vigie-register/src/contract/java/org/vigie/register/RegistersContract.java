package org.vigie.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.RegisterId;
import org.vigie.register.World.Note;

/** What registers promise, on whatever store; a subclass brings an empty one. */
public abstract class RegistersContract {

  /** A node over empty stores. */
  protected abstract World newWorld() throws Exception;

  /** Made before each test by {@link #begin}. */
  @SuppressWarnings("NullAway.Init")
  private World world;

  @BeforeEach
  void begin() throws Exception {
    world = newWorld();
  }

  private record Texts() implements Fold<List<String>> {
    @Override
    public List<String> empty() {
      return List.of();
    }

    @Override
    public List<String> step(List<String> state, Entry<?> entry) {
      var next = new ArrayList<>(state);
      entry.as(World.NOTE).ifPresent(note -> next.add(note.text()));
      return List.copyOf(next);
    }
  }

  @Test
  void keeps_what_was_appended_for_the_next_session() throws Exception {
    var founder = world.person();
    RegisterId id;
    try (var session = world.signIn(founder)) {
      var register = world.registers.create(session, "case", Role.steward("person"));
      id = register.id();
      register.append(World.NOTE, World.note("first"));
      register.append(World.NOTE, new Note("second", List.of("a")));
      assertThat(register.fold(new Texts())).containsExactly("first", "second");
    }
    try (var session = world.signIn(founder)) {
      assertThat(world.registers.mine(session)).containsExactly(new RegisterHandle(id, "case"));
      var register = world.registers.open(session, id).orElseThrow();
      assertThat(register.fold(new Texts())).containsExactly("first", "second");
      assertThat(register.entries()).hasSize(3);
      assertThat(register.entries().get(1).author()).isEqualTo(new Author.Member(founder.id()));
      assertThat(world.log).hasSize(3);
      assertThat(world.log).contains(register.entries().get(2).hash());
      assertThat(world.rows.waitingLeaves(10)).isEmpty();
    }
  }

  @Test
  void lets_a_granted_member_read_everything_and_write() throws Exception {
    var founder = world.person();
    var guest = world.person();
    try (var session = world.signIn(founder);
        var other = world.signIn(guest)) {
      var register = world.registers.create(session, "case", Role.steward("person"));
      register.append(World.NOTE, World.note("before"));
      assertThat(world.registers.open(other, register.id())).isEmpty();
      register.grant(guest.id(), guest.publicKeys(), Role.member("caseworker"));
      var theirs = world.registers.open(other, register.id()).orElseThrow();
      assertThat(theirs.fold(new Texts())).containsExactly("before");
      theirs.append(World.NOTE, World.note("from the guest"));
      assertThat(register.fold(new Texts())).containsExactly("before", "from the guest");
      assertThat(register.members())
          .extracting(m -> m.role().name())
          .containsExactly("person", "caseworker");
      assertThatThrownBy(() -> theirs.remove(founder.id()))
          .isInstanceOf(RegisterRefused.class)
          .hasMessage("register.not-allowed");
    }
  }

  @Test
  void takes_a_deposit_with_nobody_signed_in() throws Exception {
    var founder = world.person();
    try (var session = world.signIn(founder)) {
      var register = world.registers.create(session, "case", Role.steward("person"));
      world.registers.deposit(register.id(), World.NOTE, World.note("left at the door"));
      assertThat(register.fold(new Texts())).containsExactly("left at the door");
      assertThat(register.entries().getLast().author()).isEqualTo(new Author.Node());
      assertThat(register.reseal(100)).isEqualTo(1);
      assertThat(register.reseal(100)).isZero();
    }
    try (var session = world.signIn(founder)) {
      var register =
          world
              .registers
              .open(session, world.registers.mine(session).getFirst().id())
              .orElseThrow();
      assertThat(register.fold(new Texts())).containsExactly("left at the door");
    }
  }

  @Test
  void closes_for_a_removed_member_at_once() throws Exception {
    var founder = world.person();
    var guest = world.person();
    try (var session = world.signIn(founder);
        var other = world.signIn(guest)) {
      var register = world.registers.create(session, "case", Role.steward("person"));
      register.grant(guest.id(), guest.publicKeys(), Role.member("caseworker"));
      var theirs = world.registers.open(other, register.id()).orElseThrow();
      register.remove(guest.id());
      register.append(World.NOTE, World.note("after"));
      assertThatThrownBy(theirs::entries).hasMessage("register.no-longer-member");
      assertThatThrownBy(theirs::entries).hasMessage("register.closed");
      assertThat(world.registers.open(other, register.id())).isEmpty();
      assertThat(register.reseal(100)).isPositive();
      assertThat(register.fold(new Texts())).containsExactly("after");
    }
    try (var session = world.signIn(founder)) {
      var id = world.registers.mine(session).getFirst().id();
      var register = world.registers.open(session, id).orElseThrow();
      assertThat(register.fold(new Texts())).containsExactly("after");
      register.grant(guest.id(), guest.publicKeys(), Role.member("caseworker"));
    }
    try (var other = world.signIn(guest)) {
      var id = world.registers.mine(other).getFirst().id();
      assertThat(world.registers.open(other, id).orElseThrow().fold(new Texts()))
          .containsExactly("after");
    }
  }

  @Test
  void erases_one_entry_and_the_chain_still_holds() throws Exception {
    var founder = world.person();
    try (var session = world.signIn(founder)) {
      var register = world.registers.create(session, "case", Role.steward("person"));
      var gone = register.append(World.NOTE, World.note("to be forgotten"));
      register.append(World.NOTE, World.note("stays"));
      assertThat(register.fold(new Texts())).hasSize(2);
      register.erase(gone.sequence());
      assertThat(register.fold(new Texts())).containsExactly("stays");
      assertThat(register.entries().get(1).erased()).isTrue();
      ColdCheck.verify(world.rows.entries(register.id(), 0, 100));
    }
  }

  @Test
  void loses_nothing_when_many_write_at_once() throws Exception {
    var founder = world.person();
    try (var session = world.signIn(founder)) {
      var register = world.registers.create(session, "case", Role.steward("person"));
      var tasks = new ArrayList<Callable<Void>>();
      for (var person = 0; person < 6; person++) {
        var guest = world.person();
        register.grant(guest.id(), guest.publicKeys(), Role.member("caseworker"));
        var theirs = world.signIn(guest);
        var open = world.registers.open(theirs, register.id()).orElseThrow();
        tasks.add(() -> {
          for (var i = 0; i < 20; i++) {
            open.append(World.NOTE, World.note(guest.id() + "/" + i));
          }
          return null;
        });
      }
      try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var done : pool.invokeAll(tasks)) {
          done.get();
        }
      }
      assertThat(register.fold(new Texts())).hasSize(120).doesNotHaveDuplicates();
    }
  }

  @Test
  void refuses_to_append_over_what_the_caller_has_not_seen() throws Exception {
    var founder = world.person();
    try (var session = world.signIn(founder)) {
      var register = world.registers.create(session, "case", Role.steward("person"));
      var seen = register.head();
      register.appendIf(seen, World.NOTE, World.note("first"));
      assertThatThrownBy(() -> register.appendIf(seen, World.NOTE, World.note("second")))
          .hasMessage("register.conflict");
      register.appendIf(
          seen, e -> e.type().equals(Reserved.ERASED), World.NOTE, World.note("third"));
      assertThat(register.fold(new Texts())).containsExactly("first", "third");
    }
  }

  @Test
  void gives_back_a_blob_as_it_was_received() throws Exception {
    var founder = world.person();
    try (var session = world.signIn(founder)) {
      var register = world.registers.create(session, "case", Role.steward("person"));
      var bytes = new byte[300_001];
      world.random.nextBytes(bytes);
      var blob = register.storeBlob(new ByteArrayInputStream(bytes), 1_000_000);
      assertThat(blob.length()).isEqualTo(bytes.length);
      assertThat(register.openBlob(blob.id()).readAllBytes()).isEqualTo(bytes);
      assertThat(register.openBlob(blob.id(), 70_000, 10).readAllBytes())
          .isEqualTo(java.util.Arrays.copyOfRange(bytes, 70_000, 70_010));
      assertThatThrownBy(() -> register.storeBlob(new ByteArrayInputStream(bytes), 300_000))
          .hasMessage("register.blob-too-large");
      assertThat(world.rows.unfinishedBlobs(Long.MAX_VALUE)).isEmpty();
      register.eraseBlob(blob.id());
      assertThat(world.blobs.length(blob.id())).isEmpty();
      assertThatThrownBy(() -> register.openBlob(blob.id())).hasMessage("register.blob-erased");
    }
  }
}
