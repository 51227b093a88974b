package org.vigie.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.Secret;
import org.vigie.register.store.Bytes;
import org.vigie.register.store.MemoryRows;
import org.vigie.seal.AgeFile;
import org.vigie.seal.SealRefused;

class RemovalAndErasureTest {

  @Test
  void S_38_what_a_removed_member_kept_opens_nothing_that_is_stored() throws Exception {
    var scene = new Scene();
    Secret kept;
    try (var session = scene.world.signIn(scene.founder);
        var guest = scene.world.signIn(scene.guest)) {
      var register = scene.open(session);
      var blob = scene.store(register, new byte[5_000]);
      var inside = scene.inside(guest);
      kept = inside.epochs().latest().seed().copy();
      register.remove(scene.guest.id());
      while (register.reseal(2) == 2) {
        // Two at a time: it may stop anywhere and goes on.
      }
      register.append(World.NOTE, World.note("after"));
      assertThat(register.openBlob(blob.id()).readAllBytes()).hasSize(5_000);
      assertThat(register.reseal(100)).isZero();
    }
    try (var old = new EpochKey(1, kept);
        var keys = scene.guest.keys()) {
      for (var row : scene.all()) {
        assertThat(row.keyEpoch()).isEqualTo(2);
        assertThatThrownBy(() -> EntrySeal.openHead(row, old)).isInstanceOf(RegisterRefused.class);
        assertThatThrownBy(
                () -> old.open(row.head(), Link.place(scene.id, row.sequence(), "head", 1)))
            .isInstanceOf(SealRefused.class);
      }
      for (var blob : scene.blobs.copy().values()) {
        assertThatThrownBy(() -> AgeFile.open(blob.toArray(), List.of(old.pair())))
            .isInstanceOf(SealRefused.class);
      }
      for (var wrap : scene.rows.wraps()) {
        var sealed = scene.rows.wrap(wrap).orElseThrow().toArray();
        assertThatThrownBy(() -> AgeFile.open(sealed, List.of(keys.encryption())))
            .isInstanceOf(SealRefused.class);
      }
    }
    assertThat(scene.read()).hasSizeGreaterThan(5);
  }

  @Test
  void a_member_who_was_away_during_two_epochs_reads_on() throws Exception {
    var scene = new Scene();
    var third = scene.world.person();
    try (var session = scene.world.signIn(scene.founder)) {
      var register = scene.open(session);
      register.grant(third.id(), third.publicKeys(), Role.member("caseworker"));
      register.remove(scene.guest.id());
      register.rotate();
      register.append(World.NOTE, World.note("in the third epoch"));
    }
    try (var session = scene.world.signIn(third)) {
      var entries = scene.open(session).entries();
      assertThat(entries.getLast().as(World.NOTE).orElseThrow().text())
          .isEqualTo("in the third epoch");
      assertThat(entries.get(1).as(World.NOTE).orElseThrow().text()).isEqualTo("one");
    }
    try (var session = scene.world.signIn(scene.guest)) {
      assertThat(scene.world.registers.open(session, scene.id)).isEmpty();
    }
  }

  private record Backup(MemoryRows rows, Map<BlobId, Bytes> blobs) {}

  @Test
  void S_46_thirty_days_after_erasure_no_backup_opens_the_item() throws Exception {
    var scene = new Scene();
    var backups = new ArrayDeque<Backup>();
    var gone = scene.row(1);
    BlobId blob;
    try (var session = scene.world.signIn(scene.founder)) {
      var register = scene.open(session);
      blob = scene.store(register, new byte[3_000]).id();
      for (var day = 0; day < 35; day++) {
        if (day == 3) {
          register.erase(1);
          register.eraseBlob(blob);
        }
        register.append(World.NOTE, World.note("day " + day));
        backups.addLast(new Backup(scene.rows.copy(), scene.blobs.copy()));
        if (backups.size() > 30) {
          backups.removeFirst();
        }
        scene.world.pass(Duration.ofDays(1));
      }
    }
    assertThat(backups).hasSize(30);
    var keys = new ArrayList<Bytes>();
    for (var backup : backups) {
      for (var row : backup.rows().entries(scene.id, 0, 1000)) {
        if (row.sequence() == 1) {
          assertThat(row.body()).isNull();
          assertThat(row.bodyKey()).isNull();
        }
        keys.add(row.head());
      }
      assertThat(backup.blobs()).doesNotContainKey(blob);
    }
    assertThat(keys).doesNotContain(gone.body()).doesNotContain(gone.bodyKey());
    var restored = new Scene();
    restored.rows.restore(backups.getFirst().rows());
    assertThat(restored.rows.entries(scene.id, 1, 1).getFirst().body()).isNull();
    assertThat(scene.read().get(1).erased()).isTrue();
  }

  @Test
  void a_body_that_a_restored_backup_brings_back_is_not_shown() throws Exception {
    var scene = new Scene();
    var before = scene.row(1);
    try (var session = scene.world.signIn(scene.founder)) {
      scene.open(session).erase(1);
    }
    scene.rows.overwrite(before);
    assertThat(scene.read().get(1).erased()).isTrue();
  }

  @Test
  void an_erased_entry_stays_erased_in_a_new_epoch() throws Exception {
    var scene = new Scene();
    try (var session = scene.world.signIn(scene.founder)) {
      var register = scene.open(session);
      register.erase(2);
      register.rotate();
      register.reseal(100);
    }
    assertThat(scene.row(2).body()).isNull();
    assertThat(scene.row(2).bodyKey()).isNull();
    assertThat(scene.read().get(2).erased()).isTrue();
    assertThat(scene.read().get(2).type()).isEqualTo(World.NOTE);
  }
}
