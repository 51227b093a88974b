package org.vigie.register;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.vigie.kernel.RegisterId;
import org.vigie.register.World.Person;
import org.vigie.register.store.EntryRow;
import org.vigie.register.store.MemoryBlobs;
import org.vigie.register.store.MemoryRows;

/** A register with a founder, a guest and a few entries, in stores that an attacker may change. */
final class Scene {

  final MemoryRows rows;
  final MemoryBlobs blobs;
  final World world;
  final Person founder;
  final Person guest;
  final RegisterId id;

  Scene() throws Exception {
    rows = new MemoryRows();
    blobs = new MemoryBlobs();
    world = new World(rows, blobs);
    founder = world.person();
    guest = world.person();
    try (var session = world.signIn(founder)) {
      var register = world.registers.create(session, "case", Role.steward("person"));
      id = register.id();
      register.append(World.NOTE, World.note("one"));
      register.append(World.NOTE, World.note("two"));
      register.grant(guest.id(), guest.publicKeys(), Role.member("caseworker"));
      register.append(World.NOTE, World.note("three"));
    }
  }

  List<EntryRow> all() {
    return rows.entries(id, 0, 1000);
  }

  EntryRow row(long sequence) {
    return rows.entries(id, sequence, 1).getFirst();
  }

  OpenRegister open(UnlockedMember member) throws RegisterRefused {
    return world.registers.open(member, id).orElseThrow();
  }

  /** What a fresh session of the founder reads, or the refusal it meets. */
  List<Entry<?>> read() throws RegisterRefused {
    try (var session = world.signIn(founder)) {
      return open(session).entries();
    }
  }

  StoredBlob store(OpenRegister register, byte[] bytes) throws Exception {
    return register.storeBlob(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
  }

  /** The inside of a register, as someone with a changed program has it. */
  RegisterReader inside(UnlockedMember member) throws RegisterRefused {
    var held = member.held(id).orElseThrow();
    var reader = new RegisterReader(world.registers.ports(), id, member, held);
    reader.epochs().load(held.slot(), member.keys());
    reader.refresh();
    return reader;
  }

  /** Puts one entry at the end, in {@code epoch}, by whoever {@code writer} says. */
  void force(RowWriter writer, Draft<?> draft, EpochKey key) throws RegisterRefused {
    rows.overwrite(writer.add(draft, key.number(), EntrySeal.Wrapping.by(key)));
  }
}
