package org.vigie.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.MemberId;
import org.vigie.register.store.EpochRow;
import org.vigie.register.store.MemoryRows;
import org.vigie.register.store.RowStep;
import org.vigie.seal.HybridKey;

/** A server, or a member with a changed program, that tries to pass off what nobody signed. */
class ForgedRegisterTest {

  @SuppressWarnings("NullAway.Init")
  private Scene scene;

  @BeforeEach
  void begin() throws Exception {
    scene = new Scene();
  }

  private RegisterRefused refused() {
    return catchThrowableOfType(RegisterRefused.class, () -> scene.read());
  }

  private void assertRefused(String key, MemberId about) {
    var refused = refused();
    assertThat(refused).hasMessage(key);
    assertThat(refused.member()).contains(about);
  }

  private Reserved.MemberAdded added(World.Person person) {
    var keys = Base64.getEncoder().encodeToString(person.publicKeys().encoded());
    return new Reserved.MemberAdded(
        person.id().value(), keys, "caseworker", true, Slot.random(scene.world.random).hex());
  }

  @Test
  void S_30_other_keys_for_a_known_member_are_refused_by_name() throws Exception {
    var impostor = scene.world.person();
    try (var session = scene.world.signIn(scene.founder)) {
      var another = scene.world.registers.create(session, "case", Role.steward("person"));
      var refused =
          catchThrowableOfType(
              RegisterRefused.class,
              () ->
                  another.grant(
                      scene.guest.id(), impostor.publicKeys(), Role.member("caseworker")));
      assertThat(refused).hasMessage("register.false-key");
      assertThat(refused.member()).contains(scene.guest.id());
      assertThat(another.members()).hasSize(1);
    }
  }

  @Test
  void S_30_a_member_added_again_with_other_keys_is_refused_by_name() throws Exception {
    try (var session = scene.world.signIn(scene.founder)) {
      var register = scene.open(session);
      register.remove(scene.guest.id());
      var inside = scene.inside(session);
      var writer = Membership.writer(scene.world.registers.ports(), scene.id, session, inside);
      var impostor = new World.Person(scene.guest.id(), new byte[32]);
      scene.force(
          writer, new Draft<>(Reserved.MEMBER_ADDED, added(impostor)), inside.epochs().latest());
    }
    assertRefused("register.false-key", scene.guest.id());
  }

  @Test
  void S_30_a_false_key_of_an_epoch_is_refused_by_the_name_of_who_gave_it() {
    try (var attacker = HybridKey.generate(scene.world.random)) {
      var text = attacker.recipient().text();
      scene.rows.overwrite(new EpochRow(scene.id, 1, text, null));
    }
    assertRefused("register.false-epoch-key", scene.founder.id());
  }

  @Test
  void S_31_a_missing_link_is_refused() {
    var rows = scene.all();
    scene.rows.truncate(scene.id, 2);
    rows.subList(3, rows.size()).forEach(scene.rows::overwrite);
    assertThat(refused()).hasMessage("register.missing-link");
    assertThatThrownBy(() -> ColdCheck.verify(scene.all())).hasMessage("register.missing-link");
  }

  @Test
  void S_31_a_member_added_by_someone_who_may_not_is_refused() throws Exception {
    try (var session = scene.world.signIn(scene.guest)) {
      var inside = scene.inside(session);
      var writer = Membership.writer(scene.world.registers.ports(), scene.id, session, inside);
      scene.force(
          writer,
          new Draft<>(Reserved.MEMBER_ADDED, added(scene.world.person())),
          inside.epochs().latest());
    }
    assertRefused("register.wrong-signer", scene.guest.id());
  }

  @Test
  void S_31_an_entry_in_the_name_of_another_is_refused() throws Exception {
    try (var session = scene.world.signIn(scene.guest)) {
      var inside = scene.inside(session);
      var writer =
          new RowWriter(
              scene.world.registers.ports(),
              scene.id,
              new Author.Member(scene.founder.id()),
              session.keys().signing(),
              inside.next(),
              inside.head());
      scene.force(writer, new Draft<>(World.NOTE, World.note("forged")), inside.epochs().latest());
    }
    assertRefused("register.wrong-signer", scene.founder.id());
  }

  @Test
  void S_31_an_entry_by_somebody_who_is_no_member_is_refused() throws Exception {
    var stranger = scene.world.person();
    try (var session = scene.world.signIn(scene.guest);
        var theirs = stranger.keys()) {
      var inside = scene.inside(session);
      var writer =
          new RowWriter(
              scene.world.registers.ports(),
              scene.id,
              new Author.Member(stranger.id()),
              theirs.signing(),
              inside.next(),
              inside.head());
      scene.force(writer, new Draft<>(World.NOTE, World.note("forged")), inside.epochs().latest());
    }
    assertRefused("register.wrong-signer", stranger.id());
  }

  @Test
  void S_31_a_replayed_epoch_is_refused() throws Exception {
    try (var session = scene.world.signIn(scene.founder)) {
      scene.open(session).rotate();
      var inside = scene.inside(session);
      var writer = Membership.writer(scene.world.registers.ports(), scene.id, session, inside);
      var old = inside.epochs().find(1).orElseThrow();
      scene.force(writer, new Draft<>(World.NOTE, World.note("late")), old);
    }
    assertThat(refused()).hasMessage("register.replayed-epoch");
  }

  @Test
  void S_31_an_epoch_opened_twice_is_refused() throws Exception {
    try (var session = scene.world.signIn(scene.founder)) {
      var inside = scene.inside(session);
      var writer = Membership.writer(scene.world.registers.ports(), scene.id, session, inside);
      var key = inside.epochs().latest();
      var again = new Reserved.EpochOpened(1, Manifest.recipientHash(key.recipient()));
      scene.force(writer, new Draft<>(Reserved.EPOCH_OPENED, again), key);
    }
    assertThat(refused()).hasMessage("register.replayed-epoch");
  }

  @Test
  void S_32_an_older_copy_under_a_running_session_is_reported() throws Exception {
    var backup = scene.rows.copy();
    try (var session = scene.world.signIn(scene.founder)) {
      var register = scene.open(session);
      register.append(World.NOTE, World.note("after the backup"));
      scene.rows.restore(backup);
      assertThatThrownBy(register::entries).hasMessage("register.rolled-back");
      assertThatThrownBy(() -> register.append(World.NOTE, World.note("no")))
          .hasMessage("register.rolled-back");
    }
  }

  @Test
  void S_32_an_older_copy_of_the_entries_is_reported_at_the_next_sign_in() {
    scene.rows.truncate(scene.id, scene.all().size() - 1);
    assertThat(refused()).hasMessage("register.rolled-back");
  }

  @Test
  void S_32_an_invitation_played_back_makes_no_member_forget_what_they_saw() throws Exception {
    var invitation = scene.rows.invitations().getFirst();
    var sealed = scene.rows.invitation(invitation).orElseThrow();
    try (var session = scene.world.signIn(scene.guest)) {
      assertThat(scene.open(session).entries()).isNotEmpty();
    }
    scene.rows.commit(List.of(new RowStep.PutInvitation(invitation, sealed)));
    scene.rows.truncate(scene.id, scene.all().size() - 1);
    try (var session = scene.world.signIn(scene.guest)) {
      assertThatThrownBy(() -> scene.open(session)).hasMessage("register.rolled-back");
    }
  }

  @Test
  void S_32_a_forged_invitation_takes_no_way_in_away() throws Exception {
    var slot = Slot.random(scene.world.random);
    var forged = new Invitation(scene.id, "case", slot).seal(scene.founder.publicKeys());
    scene.rows.commit(List.of(new RowStep.PutInvitation("0".repeat(32), forged)));
    assertThat(scene.read()).isNotEmpty();
    assertThat(scene.read()).isNotEmpty();
  }

  @Test
  void S_30_a_register_that_somebody_else_founded_in_its_place_is_refused_by_name()
      throws Exception {
    assertThat(scene.read()).isNotEmpty();
    var impostor = scene.world.person();
    var forged = new MemoryRows();
    var elsewhere = new World(forged, scene.blobs, scene.world);
    try (var session = elsewhere.signIn(impostor)) {
      var slot = Slot.random(scene.world.random);
      var ports = elsewhere.registers.ports();
      var role = Role.steward("person");
      session.hold(scene.id, Keyring.Held.fresh("case", slot));
      var writing = Membership.found(ports, scene.id, session, "case", role, slot);
      var steps = new ArrayList<RowStep>();
      writing.rows().forEach(row -> steps.add(new RowStep.Append(row)));
      steps.addAll(writing.others());
      assertThat(forged.commit(steps)).isTrue();
      elsewhere
          .registers
          .open(session, scene.id)
          .orElseThrow()
          .grant(scene.founder.id(), scene.founder.publicKeys(), role);
    }
    var keyring = scene.rows.keyring(scene.founder.id()).orElseThrow();
    scene.rows.restore(forged);
    scene.rows.commit(List.of(new RowStep.PutKeyring(scene.founder.id(), null, keyring)));
    assertRefused("register.false-key", impostor.id());
  }

  @Test
  void S_33_no_member_sees_the_same_as_if_there_were_no_register() throws Exception {
    var stranger = scene.world.person();
    var unknown = org.vigie.kernel.RegisterId.random(scene.world.random);
    try (var session = scene.world.signIn(stranger)) {
      assertThat(scene.world.registers.open(session, scene.id)).isEmpty();
      assertThat(scene.world.registers.open(session, unknown)).isEmpty();
      assertThat(scene.world.registers.mine(session)).isEmpty();
    }
  }

  @Test
  void a_body_that_vanished_without_a_record_is_refused() {
    scene.rows.overwrite(scene.row(1).erased());
    assertThat(refused()).hasMessage("register.entry-missing");
  }

  @Test
  void an_erasure_by_someone_who_may_not_is_refused() throws Exception {
    try (var session = scene.world.signIn(scene.guest)) {
      assertThatThrownBy(() -> scene.open(session).erase(1)).hasMessage("register.not-allowed");
      var inside = scene.inside(session);
      var writer = Membership.writer(scene.world.registers.ports(), scene.id, session, inside);
      scene.force(
          writer, new Draft<>(Reserved.ERASED, new Reserved.Erased(1)), inside.epochs().latest());
    }
    assertThat(refused()).hasMessage("register.tampered");
  }

  @Test
  void a_grant_from_another_register_is_refused() throws Exception {
    List<String> before = scene.rows.wraps();
    try (var session = scene.world.signIn(scene.founder)) {
      var other = scene.world.registers.create(session, "case", Role.steward("person"));
      var slot = session.held(other.id()).orElseThrow().slot();
      var wrap = scene.rows.wrap(slot.wrapId(1)).orElseThrow();
      var mine = session.held(scene.id).orElseThrow().slot().wrapId(1);
      assertThat(before).contains(mine);
      scene.rows.commit(
          List.of(
              new org.vigie.register.store.RowStep.DropWrap(mine),
              new org.vigie.register.store.RowStep.PutWrap(mine, wrap)));
    }
    assertRefused("register.false-grant", scene.founder.id());
  }
}
