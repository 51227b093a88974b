package org.vigie.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.vigie.register.store.BlobStore;
import org.vigie.register.store.MemoryBlobs;
import org.vigie.register.store.MemoryRows;
import org.vigie.register.store.RegisterRows;

/** S-09: killed at every step, before or after it; the restart finds the old state or the new. */
class CrashMatrixTest {

  @FunctionalInterface
  private interface Work {
    void run(World world, UnlockedMember founder, OpenRegister register) throws Exception;
  }

  private static final byte[] FILE = new byte[10_000];

  /** Runs {@code work} once for each place it can die at, and checks what is left each time. */
  private static int dieEverywhere(Work before, Work work) throws Exception {
    for (var step = 1; ; step++) {
      for (var afterwards : new boolean[] {false, true}) {
        if (!diesAt(step, afterwards, before, work)) {
          return step - 1;
        }
      }
    }
  }

  private static boolean diesAt(int step, boolean afterwards, Work before, Work work)
      throws Exception {
    var rows = new MemoryRows();
    var blobs = new MemoryBlobs();
    var calm = new World(rows, blobs);
    var founder = calm.person();
    var session = calm.signIn(founder);
    var register = calm.registers.create(session, "case", Role.steward("person"));
    register.append(World.NOTE, World.note("before"));
    before.run(calm, session, register);
    session.close();

    var fate = new Fate(step, afterwards);
    var doomed =
        new World(
            fate.over(RegisterRows.class, rows),
            fate.over(BlobStore.class, blobs),
            calm,
            fate::over);
    var died = false;
    var theirs = doomed.signIn(founder);
    var open = doomed.registers.open(theirs, register.id()).orElseThrow();
    fate.begin();
    try {
      work.run(doomed, theirs, open);
    } catch (Fate.Killed killed) {
      died = true;
    }
    fate.end();
    requireSound(new World(rows, blobs, calm), founder, register.id(), blobs);
    return died;
  }

  private static void requireSound(
      World restarted, World.Person founder, org.vigie.kernel.RegisterId id, MemoryBlobs blobs)
      throws Exception {
    restarted.registers.recover();
    assertThat(restarted.rows.unfinishedBlobs(Long.MAX_VALUE)).isEmpty();
    assertThat(restarted.rows.waitingLeaves(10)).isEmpty();
    try (var session = restarted.signIn(founder)) {
      for (var handle : restarted.registers.mine(session)) {
        var opened = restarted.registers.open(session, handle.id());
        if (opened.isPresent()) {
          requireSound(restarted, opened.get());
        } else {
          assertThat(handle.id()).isNotEqualTo(id);
        }
      }
      var register = restarted.registers.open(session, id).orElseThrow();
      var known = new HashSet<>(register.blobs().stream().map(StoredBlob::id).toList());
      assertThat(blobs.copy().keySet()).isEqualTo(known);
      register.reseal(100);
      assertThat(register.reseal(100)).isZero();
      requireSound(restarted, register);
      register.append(World.NOTE, World.note("life goes on"));
    }
  }

  private static void requireSound(World world, OpenRegister register) throws Exception {
    var hashes = new ArrayList<>(register.entries().stream().map(Entry::hash).toList());
    assertThat(world.log).containsAll(hashes);
    ColdCheck.verify(world.rows.entries(register.id(), 0, 1000));
    for (var blob : register.blobs()) {
      assertThat(register.openBlob(blob.id()).readAllBytes()).isEqualTo(FILE);
    }
  }

  private static void nothing(World world, UnlockedMember founder, OpenRegister register) {}

  @Test
  void S_09_append() throws Exception {
    var places =
        dieEverywhere(
            CrashMatrixTest::nothing,
            (world, founder, register) -> register.append(World.NOTE, World.note("new")));
    assertThat(places).isGreaterThanOrEqualTo(4);
  }

  @Test
  void S_09_blob_write() throws Exception {
    var places =
        dieEverywhere(
            CrashMatrixTest::nothing,
            (world, founder, register) ->
                register.storeBlob(new ByteArrayInputStream(FILE), 1 << 20));
    assertThat(places).isGreaterThanOrEqualTo(7);
  }

  @Test
  void S_09_epoch_change_and_reseal() throws Exception {
    var places =
        dieEverywhere(
            (world, founder, register) -> {
              var guest = world.person();
              register.grant(guest.id(), guest.publicKeys(), Role.member("caseworker"));
              register.storeBlob(new ByteArrayInputStream(FILE), 1 << 20);
            },
            (world, founder, register) -> {
              var gone = register.members().getLast();
              if (!gone.id().equals(founder.id())) {
                register.remove(gone.id());
              }
              register.reseal(100);
            });
    assertThat(places).isGreaterThanOrEqualTo(10);
  }

  @Test
  void S_09_erasure() throws Exception {
    dieEverywhere(
        CrashMatrixTest::nothing,
        (world, founder, register) -> {
          if (!register.entries().get(1).erased()) {
            register.erase(1);
          }
        });
  }

  @Test
  void S_09_founding_and_granting() throws Exception {
    dieEverywhere(
        CrashMatrixTest::nothing,
        (world, founder, register) -> {
          var other = world.registers.create(founder, "case", Role.steward("person"));
          var guest = world.person();
          other.grant(guest.id(), guest.publicKeys(), Role.member("caseworker"));
        });
  }
}
