package org.vigie.register;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;
import org.vigie.kernel.Secret;
import org.vigie.register.store.Bytes;
import org.vigie.register.store.EpochRow;
import org.vigie.register.store.RowStep;
import org.vigie.seal.PublicKeys;

/** What changes who reads a register: the rows for it, made anew at each attempt. */
final class Membership {

  private static final int SEED = 32;

  private final Ports ports;
  private final UnlockedMember member;
  private final RegisterReader reader;

  Membership(Ports ports, UnlockedMember member, RegisterReader reader) {
    this.ports = ports;
    this.member = member;
    this.reader = reader;
  }

  static RowWriter writer(
      Ports ports, RegisterId id, UnlockedMember member, RegisterReader reader) {
    return new RowWriter(
        ports, id, member.author(), member.keys().signing(), reader.next(), reader.head());
  }

  /** The rows of a register that does not exist yet, with its founder as only member. */
  static OpenRegister.Writing found(
      Ports ports, RegisterId id, UnlockedMember founder, String kind, Role role, Slot slot)
      throws RegisterRefused {
    try (var key = new EpochKey(1, Secret.random(SEED, ports.random()))) {
      var writer =
          new RowWriter(ports, id, founder.author(), founder.keys().signing(), 0, Link.NOTHING);
      var founded =
          new Reserved.Founded(
              kind,
              added(founder.id(), founder.publicKeys(), role, slot),
              Manifest.recipientHash(key.recipient()),
              Codec.hex(ports.node().verifier().bytes()));
      var row = writer.add(new Draft<>(Reserved.FOUNDED, founded), 1, EntrySeal.Wrapping.by(key));
      var wrap =
          Grant.seal(id, key, founder.publicKeys(), founder.id(), founder.keys(), 0, row.hash());
      return new OpenRegister.Writing(
          writer.rows(),
          List.of(
              new RowStep.OpenEpoch(new EpochRow(id, 1, key.recipient(), null)),
              new RowStep.PutWrap(slot.wrapId(1), wrap)));
    }
  }

  OpenRegister.Writing grant(RegisterId id, MemberId invitee, PublicKeys keys, Role role)
      throws RegisterRefused {
    requireSteward();
    if (reader.manifest().member(invitee).isPresent()) {
      throw new RegisterRefused("register.already-member");
    }
    var before = reader.manifest().everMember(invitee);
    if (before.isPresent() && !before.get().keys().equals(keys)) {
      throw RegisterRefused.about(invitee, "register.false-key");
    }
    var slot = Slot.random(ports.random());
    var key = reader.epochs().latest();
    var writer = writer(ports, id, member, reader);
    var row =
        writer.add(
            new Draft<>(Reserved.MEMBER_ADDED, added(invitee, keys, role, slot)),
            key.number(),
            EntrySeal.Wrapping.by(key));
    var wrap = Grant.seal(id, key, keys, member.id(), member.keys(), row.sequence(), row.hash());
    var invitation = new Invitation(id, reader.manifest().kind(), slot).seal(keys);
    return new OpenRegister.Writing(
        writer.rows(),
        List.of(
            new RowStep.PutWrap(slot.wrapId(key.number()), wrap),
            new RowStep.PutInvitation(Slot.random(ports.random()).wrapId(0), invitation)));
  }

  OpenRegister.Writing remove(RegisterId id, MemberId gone) throws RegisterRefused {
    requireSteward();
    if (reader.manifest().member(gone).isEmpty()) {
      throw new RegisterRefused("register.not-a-member");
    }
    var staying = reader.manifest().members().stream().filter(m -> !m.id().equals(gone)).toList();
    if (staying.stream().noneMatch(m -> m.role().steward())
        || staying.stream().noneMatch(m -> m.id().equals(member.id()))) {
      throw new RegisterRefused("register.last-steward");
    }
    var writer = writer(ports, id, member, reader);
    writer.add(
        new Draft<>(Reserved.MEMBER_REMOVED, new Reserved.MemberRemoved(gone.value())),
        reader.manifest().epoch(),
        EntrySeal.Wrapping.by(reader.epochs().latest()));
    return open(id, writer, staying);
  }

  OpenRegister.Writing rotate(RegisterId id) throws RegisterRefused {
    requireSteward();
    return open(id, writer(ports, id, member, reader), reader.manifest().members());
  }

  /** A new epoch for {@code staying}; the wraps of the one before are dropped for everyone. */
  private OpenRegister.Writing open(RegisterId id, RowWriter writer, List<Member> staying)
      throws RegisterRefused {
    var before = reader.epochs().latest();
    var key = new EpochKey(before.number() + 1, Secret.random(SEED, ports.random()));
    var opened = new Reserved.EpochOpened(key.number(), Manifest.recipientHash(key.recipient()));
    var row =
        writer.add(
            new Draft<>(Reserved.EPOCH_OPENED, opened), key.number(), EntrySeal.Wrapping.by(key));
    var place = EpochKey.previousSeed(id, key.number());
    var previous = before.seed().use(seed -> Bytes.of(key.seal(seed, place)));
    var steps = new ArrayList<RowStep>();
    steps.add(new RowStep.OpenEpoch(new EpochRow(id, key.number(), key.recipient(), previous)));
    for (var former : reader.manifest().members()) {
      var slot = reader.manifest().slot(former.id());
      steps.add(new RowStep.DropWrap(slot.wrapId(before.number())));
    }
    for (var stays : staying) {
      var slot = reader.manifest().slot(stays.id());
      var wrap =
          Grant.seal(id, key, stays.keys(), member.id(), member.keys(), row.sequence(), row.hash());
      steps.add(new RowStep.PutWrap(slot.wrapId(key.number()), wrap));
    }
    // Read back through this member's own wrap once it is committed.
    key.close();
    return new OpenRegister.Writing(writer.rows(), steps);
  }

  private void requireSteward() throws RegisterRefused {
    if (!reader.manifest().steward(member.author())) {
      throw new RegisterRefused("register.not-allowed");
    }
  }

  private static Reserved.MemberAdded added(MemberId id, PublicKeys keys, Role role, Slot slot) {
    var encoded = Base64.getEncoder().encodeToString(keys.encoded());
    return new Reserved.MemberAdded(id.value(), encoded, role.name(), role.steward(), slot.hex());
  }
}
