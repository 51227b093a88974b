package org.vigie.register;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;
import org.vigie.ledger.Hash;
import org.vigie.register.store.BlobStore;
import org.vigie.register.store.Custody;
import org.vigie.register.store.EntryRow;
import org.vigie.register.store.RegisterRows;
import org.vigie.register.store.RowStep;
import org.vigie.seal.MemberKeys;
import org.vigie.seal.Recipient;
import org.vigie.seal.SealRefused;
import org.vigie.seal.SigningKey;

/**
 * All registers of a node. Protects entries and blobs against whoever is no member, the node's
 * administrator and its database among them; does not protect what a member's open session holds in
 * this process. Holds no key that opens anything. Safe for use by several threads.
 */
public final class Registers {

  private static final int ATTEMPTS = 400;
  private static final int PAUSE_NANOS = 2_000_000;
  private static final int LEAVES = 256;

  private final Ports ports;

  /**
   * Registers kept in {@code rows} and {@code blobs}.
   *
   * @param types every entry type the node knows
   * @param node signs what the house deposits with nobody signed in
   */
  public Registers(
      RegisterRows rows,
      BlobStore blobs,
      Custody custody,
      EntryTypes types,
      SigningKey node,
      SecureRandom random,
      InstantSource clock) {
    ports = new Ports(rows, blobs, custody, types, node, random, clock);
  }

  Ports ports() {
    return ports;
  }

  /**
   * Begins a session: reads the member's keyring, or makes an empty one, and takes the invitations
   * that wait for them. Takes over {@code keys}, which are wiped when the session is closed.
   *
   * @throws RegisterRefused {@code register.false-keyring} if the stored keyring was changed
   */
  public UnlockedMember unlock(MemberId id, MemberKeys keys) throws RegisterRefused {
    var member = new UnlockedMember(ports, id, keys);
    member.takeInvitations();
    return member;
  }

  /**
   * Founds a register with {@code founder} as its only member.
   *
   * @param kind the capability's word, such as {@code case}; at most 40 bytes of UTF-8
   * @param role the founder's role; a steward
   */
  public OpenRegister create(UnlockedMember founder, String kind, Role role)
      throws RegisterRefused {
    if (kind.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > Invitation.KIND
        || !role.steward()) {
      throw new IllegalArgumentException("a kind has at most 40 bytes, a founder is a steward");
    }
    var id = RegisterId.random(ports.random());
    var slot = Slot.random(ports.random());
    // Two commits: one would tie the member to the register in the database's own bookkeeping.
    founder.hold(id, Keyring.Held.fresh(kind, slot));
    var writing = Membership.found(ports, id, founder, kind, role, slot);
    var steps = new ArrayList<RowStep>();
    writing.rows().forEach(row -> steps.add(new RowStep.Append(row)));
    steps.addAll(writing.others());
    if (!ports.rows().commit(steps)) {
      throw new IllegalStateException("128 random bits came twice");
    }
    ports.place(writing.rows().stream().map(EntryRow::hash).toList());
    return open(founder, id).orElseThrow(() -> new RegisterRefused("register.conflict"));
  }

  /**
   * Opens a register, or finds it open in this session. Nothing if {@code member} holds no grant;
   * whether there is such a register makes no difference then.
   *
   * @throws RegisterRefused if what is stored is not what its members signed, see {@link
   *     OpenRegister}
   */
  public Optional<OpenRegister> open(UnlockedMember member, RegisterId id) throws RegisterRefused {
    var known = member.opened(id);
    if (known.isPresent()) {
      return known;
    }
    var held = member.held(id);
    if (held.isEmpty()) {
      member.takeInvitations();
      held = member.held(id);
    }
    return held.isEmpty() ? Optional.empty() : open(member, id, held.get());
  }

  private Optional<OpenRegister> open(UnlockedMember member, RegisterId id, Keyring.Held held)
      throws RegisterRefused {
    var reader = new RegisterReader(ports, id, member, held);
    var opened = false;
    try {
      if (reader.epochs().load(held.slot(), member.keys())) {
        var register = new OpenRegister(ports, id, member, reader).refreshed();
        opened = true;
        return Optional.of(member.keep(register));
      }
      if (held.seen() >= 0 && ports.rows().last(id).isEmpty()) {
        throw new RegisterRefused("register.rolled-back", 0L);
      }
      member.hide(id);
      return Optional.empty();
    } finally {
      if (!opened) {
        reader.close();
      }
    }
  }

  /** The registers this member holds grants of, with invitations that came meanwhile. */
  public List<RegisterHandle> mine(UnlockedMember member) throws RegisterRefused {
    member.takeInvitations();
    return member.handles();
  }

  /**
   * Seals an entry to a register that nobody here has open, signed by the house's own key.
   *
   * @return its sequence
   * @throws RegisterRefused {@code register.unknown}, {@code register.entry-too-large}
   */
  public <T> long deposit(RegisterId id, EntryType<T> type, T body) throws RegisterRefused {
    ports.types().requireWritable(type);
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var epochs = ports.rows().epochs(id);
      var last = ports.rows().last(id).orElseThrow(() -> new RegisterRefused("register.unknown"));
      var epoch = epochs.getLast();
      if (last.epoch() == epoch.epoch()) {
        var row = deposit(last, epoch.recipient(), new Draft<>(type, body));
        if (ports.rows().commit(List.of(new RowStep.Append(row)))) {
          ports.place(List.of(row.hash()));
          return row.sequence();
        }
      }
      LockSupport.parkNanos(ports.random().nextInt(PAUSE_NANOS));
    }
    throw new RegisterRefused("register.busy");
  }

  private EntryRow deposit(EntryRow last, String recipient, Draft<?> draft) throws RegisterRefused {
    try {
      var writer =
          new RowWriter(
              ports,
              last.register(),
              new Author.Node(),
              ports.node(),
              last.sequence() + 1,
              last.hash());
      var wrapping = EntrySeal.Wrapping.to(Recipient.parse(recipient));
      return writer.add(draft, last.epoch(), wrapping);
    } catch (SealRefused malformed) {
      throw ColdCheck.tampered(last.sequence());
    }
  }

  /**
   * Files a leaf of its own with the custody log, which takes an entry's hash by itself, such as
   * the salted commitment of an exhibit; see {@link org.vigie.ledger.LeafCommitment#value}.
   */
  public void file(Hash leaf) {
    if (!ports.rows().commit(List.of(new RowStep.PutLeaf(leaf)))) {
      throw new IllegalStateException("a leaf never conflicts");
    }
    ports.place(List.of(leaf));
  }

  /**
   * Puts right what a crash left: removes unfinished blobs and hands waiting leaves to the custody
   * log. Call once before anyone uses the node.
   */
  public void recover() throws IOException {
    for (var blob : ports.rows().unfinishedBlobs(ports.today() + 1)) {
      ports.blobs().delete(blob);
      ports.rows().blobForgotten(blob);
    }
    placeWaitingLeaves();
  }

  /** Hands leaves that wait to the custody log; call it now and then. */
  public void placeWaitingLeaves() {
    for (var waiting = ports.rows().waitingLeaves(LEAVES);
        !waiting.isEmpty();
        waiting = nextLeaves(waiting)) {
      ports.place(waiting);
    }
  }

  private List<Hash> nextLeaves(List<Hash> before) {
    var next = ports.rows().waitingLeaves(LEAVES);
    return next.equals(before) ? List.of() : next;
  }
}
