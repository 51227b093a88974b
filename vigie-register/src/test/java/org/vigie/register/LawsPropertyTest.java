package org.vigie.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vigie.ledger.Hash;
import org.vigie.register.store.Bytes;
import org.vigie.register.store.EntryRow;
import org.vigie.testkit.Trials;

/** The laws of registers. */
class LawsPropertyTest {

  private static final int TRIALS_A_SCENE = 50;

  private record Log(List<String> lines) {}

  private record LogFold() implements Fold<Log> {
    @Override
    public Log empty() {
      return new Log(List.of());
    }

    @Override
    public Log step(Log state, Entry<?> entry) {
      var lines = new ArrayList<>(state.lines());
      lines.add(entry.sequence() + " " + entry.type().name() + " " + entry.body());
      return new Log(List.copyOf(lines));
    }
  }

  private static void anything(RandomGenerator random, OpenRegister mine, OpenRegister theirs)
      throws Exception {
    switch (random.nextInt(6)) {
      case 0 -> theirs.append(World.NOTE, World.note("guest " + random.nextInt()));
      case 1 -> mine.appendAll(List.of(draft(random), draft(random)));
      case 2 -> {
        var wanted = 1 + random.nextLong(mine.head());
        if (!Reserved.reserves(mine.entries().get((int) wanted).type().name())) {
          mine.erase(wanted);
        }
      }
      case 3 -> mine.fold(new LogFold());
      case 4 -> mine.reseal(2);
      default -> mine.append(World.NOTE, World.note("founder " + random.nextInt()));
    }
  }

  private static Draft<?> draft(RandomGenerator random) {
    return new Draft<>(World.NOTE, World.note("draft " + random.nextInt()));
  }

  @Test
  void folding_is_deterministic_and_order_is_total() {
    Trials.forAll(
        12,
        (random, size) -> {
          if (random.nextInt(5) > 0) {
            return;
          }
          var scene = new Scene();
          Log incremental;
          try (var session = scene.world.signIn(scene.founder);
              var guest = scene.world.signIn(scene.guest)) {
            var mine = scene.open(session);
            var theirs = scene.open(guest);
            for (var i = 0; i < size; i++) {
              anything(random, mine, theirs);
            }
            incremental = mine.fold(new LogFold());
            assertThat(theirs.fold(new LogFold())).isEqualTo(incremental);
          }
          try (var session = scene.world.signIn(scene.founder)) {
            assertThat(scene.open(session).fold(new LogFold())).isEqualTo(incremental);
          }
          for (var i = 0; i < incremental.lines().size(); i++) {
            assertThat(incremental.lines().get(i)).startsWith(i + " ");
          }
          ColdCheck.verify(scene.all());
        });
  }

  @Test
  void any_tampering_is_detected() throws Exception {
    var scene = new Scene[] {new Scene()};
    var used = new int[1];
    Trials.forAll(
        8,
        (random, size) -> {
          if (used[0]++ == TRIALS_A_SCENE) {
            scene[0] = new Scene();
            used[0] = 1;
          }
          var now = scene[0];
          var row = now.row(random.nextInt(now.all().size()));
          var bad = flipped(row, random);
          now.rows.overwrite(bad);
          assertThatThrownBy(now::read).isInstanceOf(RegisterRefused.class);
          now.rows.overwrite(row);
        });
  }

  private static EntryRow flipped(EntryRow row, RandomGenerator random) {
    var column = random.nextInt(9);
    return new EntryRow(
        row.register(),
        row.sequence(),
        column == 0 ? row.epoch() ^ (1 << random.nextInt(31)) : row.epoch(),
        column == 1 ? flip(row.previous(), random) : row.previous(),
        column == 2 ? flip(row.bodyHash(), random) : row.bodyHash(),
        column == 3 ? flip(row.headHash(), random) : row.headHash(),
        column == 4 ? flip(row.hash(), random) : row.hash(),
        column == 5 ? row.keyEpoch() ^ (1 << random.nextInt(31)) : row.keyEpoch(),
        column == 6 ? flip(row.head(), random) : row.head(),
        column == 7 ? flip(must(row.bodyKey()), random) : row.bodyKey(),
        column == 8 ? flip(must(row.body()), random) : row.body());
  }

  private static Bytes must(@org.jspecify.annotations.Nullable Bytes bytes) {
    if (bytes == null) {
      throw new AssertionError("nothing was erased here");
    }
    return bytes;
  }

  private static Hash flip(Hash hash, RandomGenerator random) {
    return Hash.of(flip(Bytes.of(hash.toBytes()), random).toArray());
  }

  private static Bytes flip(Bytes bytes, RandomGenerator random) {
    var array = bytes.toArray();
    array[random.nextInt(array.length)] ^= (byte) (1 << random.nextInt(8));
    return Bytes.of(array);
  }

  @Test
  void no_grant_no_plaintext() throws Exception {
    var scene = new Scene();
    try (var session = scene.world.signIn(scene.founder)) {
      var register = scene.open(session);
      for (var i = 0; i < 20; i++) {
        register.append(World.NOTE, World.note("CANARY-4471 the words " + i));
      }
      scene.store(register, "CANARY-4471 the file".repeat(50).getBytes(StandardCharsets.UTF_8));
      scene.world.registers.deposit(scene.id, World.NOTE, World.note("CANARY-4471 deposit"));
    }
    for (var stored : everything(scene)) {
      var text = new String(stored.toArray(), StandardCharsets.ISO_8859_1);
      for (var secret :
          List.of(
              "CANARY",
              "test.note",
              "register.founded",
              "caseworker",
              scene.founder.id().value(),
              new String(scene.founder.id().bytes(), StandardCharsets.ISO_8859_1),
              new String(scene.founder.publicKeys().fingerprint(), StandardCharsets.ISO_8859_1))) {
        assertThat(text.contains(secret)).as(secret).isFalse();
      }
    }
    Trials.forAll(
        1,
        (random, size) -> {
          if (random.nextInt(20) > 0) {
            return;
          }
          try (var stranger = scene.world.signIn(scene.world.person())) {
            assertThat(scene.world.registers.open(stranger, scene.id)).isEmpty();
            stranger.hold(scene.id, Keyring.Held.fresh("case", Slot.random(scene.world.random)));
            assertThat(scene.world.registers.open(stranger, scene.id)).isEmpty();
          }
        });
  }

  private static List<Bytes> everything(Scene scene) {
    var all = new ArrayList<>(scene.rows.keyMaterial());
    all.addAll(scene.blobs.copy().values());
    for (var row : scene.all()) {
      all.add(row.head());
      all.add(must(row.bodyKey()));
      all.add(must(row.body()));
      all.add(Bytes.of(row.headHash().toBytes()));
    }
    return all;
  }

  @Test
  void erasure_is_final() {
    Trials.forAll(
        4,
        (random, size) -> {
          if (random.nextInt(10) > 0) {
            return;
          }
          var scene = new Scene();
          var before = scene.row(1);
          try (var session = scene.world.signIn(scene.founder)) {
            var register = scene.open(session);
            register.erase(1);
            for (var i = 0; i < size; i++) {
              anything(random, register, register);
            }
            register.rotate();
            register.reseal(100);
            assertThat(register.entries().get(1).body()).isNull();
          }
          for (var stored : everythingLeft(scene)) {
            assertThat(stored).isNotEqualTo(must(before.body()));
            assertThat(stored).isNotEqualTo(must(before.bodyKey()));
          }
          assertThat(scene.read().get(1).erased()).isTrue();
          ColdCheck.verify(scene.all());
        });
  }

  private static List<Bytes> everythingLeft(Scene scene) {
    var all = new ArrayList<>(scene.rows.keyMaterial());
    for (var row : scene.all()) {
      all.add(row.head());
      if (row.bodyKey() != null) {
        all.add(row.bodyKey());
      }
      if (row.body() != null) {
        all.add(row.body());
      }
    }
    return all;
  }

  @Test
  void bytes_that_are_no_head_are_refused_and_nothing_else() {
    Trials.forAll(
        300,
        (random, size) -> {
          var bytes = new byte[random.nextBoolean() ? 256 : size];
          random.nextBytes(bytes);
          if (bytes.length > 1) {
            bytes[0] = 1;
            bytes[1] = (byte) random.nextInt(4);
          }
          try {
            EntryHead.decode(bytes);
          } catch (RegisterRefused expected) {
            assertThat(expected).hasMessage("register.malformed-entry");
          }
        });
  }
}
