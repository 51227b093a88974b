package org.vigie.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.BlobId;
import org.vigie.register.store.Bytes;
import org.vigie.register.store.EntryRow;
import org.vigie.register.store.RowStep;

/** S-06: nothing sealed opens anywhere but in its own place, nor with a byte changed. */
class MovedThingsTest {

  @SuppressWarnings("NullAway.Init")
  private Scene scene;

  @BeforeEach
  void begin() throws Exception {
    scene = new Scene();
  }

  private static EntryRow mixed(EntryRow row, EntryRow other, int column) {
    return new EntryRow(
        row.register(),
        row.sequence(),
        row.epoch(),
        column == 0 ? other.previous() : row.previous(),
        column == 1 ? other.bodyHash() : row.bodyHash(),
        column == 2 ? other.headHash() : row.headHash(),
        column == 3 ? other.hash() : row.hash(),
        row.keyEpoch(),
        column == 4 ? other.head() : row.head(),
        column == 5 ? other.bodyKey() : row.bodyKey(),
        column == 6 ? other.body() : row.body());
  }

  @Test
  void S_06_a_column_moved_to_another_row_is_refused() {
    var one = scene.row(1);
    var two = scene.row(2);
    for (var column = 0; column < 7; column++) {
      scene.rows.overwrite(mixed(one, two, column));
      assertThatThrownBy(scene::read).as("column " + column).isInstanceOf(RegisterRefused.class);
      scene.rows.overwrite(one);
    }
  }

  @Test
  void S_06_a_row_moved_to_another_register_is_refused() throws Exception {
    try (var session = scene.world.signIn(scene.founder)) {
      var other = scene.world.registers.create(session, "case", Role.steward("person"));
      other.append(World.NOTE, World.note("elsewhere"));
      var moved = scene.rows.entries(other.id(), 1, 1).getFirst();
      scene.rows.overwrite(
          new EntryRow(
              scene.id,
              1,
              moved.epoch(),
              moved.previous(),
              moved.bodyHash(),
              moved.headHash(),
              moved.hash(),
              moved.keyEpoch(),
              moved.head(),
              moved.bodyKey(),
              moved.body()));
    }
    assertThatThrownBy(scene::read).isInstanceOf(RegisterRefused.class);
  }

  @Test
  void S_06_a_keyring_of_another_member_is_refused() throws Exception {
    var theirs = scene.rows.keyring(scene.founder.id()).orElseThrow();
    scene.rows.commit(List.of(new RowStep.PutKeyring(scene.guest.id(), null, theirs)));
    assertThatThrownBy(() -> scene.world.signIn(scene.guest)).hasMessage("register.false-keyring");
  }

  @Test
  void S_06_a_wrap_of_another_member_is_refused() throws Exception {
    try (var session = scene.world.signIn(scene.founder);
        var guest = scene.world.signIn(scene.guest)) {
      var mine = session.held(scene.id).orElseThrow().slot().wrapId(1);
      var theirs = guest.held(scene.id).orElseThrow().slot().wrapId(1);
      var wrap = scene.rows.wrap(theirs).orElseThrow();
      scene.rows.commit(List.of(new RowStep.DropWrap(mine), new RowStep.PutWrap(mine, wrap)));
    }
    assertThatThrownBy(scene::read).hasMessage("register.false-grant");
  }

  private void put(BlobId blob, byte[] bytes) throws IOException {
    try (var sink = scene.blobs.write(blob)) {
      sink.write(bytes);
      sink.commit();
    }
  }

  private byte[] stored(BlobId blob) throws IOException {
    return scene.blobs.read(blob).orElseThrow().readAllBytes();
  }

  @Test
  void S_06_a_blob_under_the_name_of_another_is_refused() throws Exception {
    try (var session = scene.world.signIn(scene.founder)) {
      var register = scene.open(session);
      var one = scene.store(register, new byte[1000]);
      var two = scene.store(register, new byte[1000]);
      put(one.id(), stored(two.id()));
      assertThatThrownBy(() -> register.openBlob(one.id())).hasMessage("register.blob-damaged");
    }
  }

  @Test
  void S_06_each_changed_byte_of_a_blob_is_refused() throws Exception {
    try (var session = scene.world.signIn(scene.founder)) {
      var register = scene.open(session);
      var blob = scene.store(register, new byte[100]);
      var good = stored(blob.id());
      for (var at = 0; at < good.length; at++) {
        var bad = good.clone();
        bad[at] ^= 1;
        put(blob.id(), bad);
        assertThatThrownBy(() -> register.openBlob(blob.id()).readAllBytes())
            .as("byte " + at)
            .isInstanceOfAny(RegisterRefused.class, IOException.class);
      }
      put(blob.id(), good);
      assertThat(register.openBlob(blob.id()).readAllBytes()).hasSize(100);
    }
  }

  @Test
  void S_07_a_blob_cut_short_or_extended_shows_nothing() throws Exception {
    try (var session = scene.world.signIn(scene.founder)) {
      var register = scene.open(session);
      var blob = scene.store(register, new byte[200_000]);
      var good = stored(blob.id());
      for (var length : List.of(0, 100, good.length / 2, good.length - 1, good.length + 1)) {
        put(blob.id(), java.util.Arrays.copyOf(good, length));
        assertThatThrownBy(() -> register.openBlob(blob.id(), 0, 10))
            .hasMessage("register.blob-damaged");
      }
    }
  }

  @Test
  void a_blob_whose_padding_was_changed_never_ends_like_a_whole_one() throws Exception {
    try (var session = scene.world.signIn(scene.founder)) {
      var register = scene.open(session);
      // 200,000 bytes in four chunks; the last byte belongs to the last chunk's tag.
      var blob = scene.store(register, new byte[200_000]);
      var bad = stored(blob.id());
      bad[bad.length - 1] ^= 1;
      put(blob.id(), bad);
      assertThatThrownBy(() -> register.openBlob(blob.id()).readAllBytes())
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void the_same_text_never_looks_the_same() throws Exception {
    try (var session = scene.world.signIn(scene.founder)) {
      var register = scene.open(session);
      var one = register.append(World.NOTE, World.note("same")).sequence();
      var two = register.append(World.NOTE, World.note("same")).sequence();
      Bytes first = scene.row(one).body();
      assertThat(first).isNotNull().isNotEqualTo(scene.row(two).body());
    }
  }
}
