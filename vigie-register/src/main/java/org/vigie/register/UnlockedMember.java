package org.vigie.register;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;
import org.vigie.ledger.Hash;
import org.vigie.register.store.Bytes;
import org.vigie.register.store.RowStep;
import org.vigie.seal.MemberKeys;
import org.vigie.seal.PublicKeys;

/**
 * A member whose keys are in memory, and the registers they have open: one for a signed-in session,
 * closed with it. Protects nothing while it lives; after {@link #close} the node holds no key that
 * opens a register. Safe for use by several threads.
 */
public final class UnlockedMember implements AutoCloseable {

  private static final int ATTEMPTS = 50;

  private final Ports ports;
  private final MemberId id;
  private final MemberKeys keys;
  private final PublicKeys publicKeys;
  private final Keyring keyring;
  private final Set<String> tried = new HashSet<>();
  private final Set<RegisterId> hidden = new HashSet<>();
  private final Map<RegisterId, OpenRegister> open = new LinkedHashMap<>();
  private @Nullable Bytes stored;
  private boolean changed;
  private boolean closed;

  UnlockedMember(Ports ports, MemberId id, MemberKeys keys) throws RegisterRefused {
    this.ports = ports;
    this.id = id;
    this.keys = keys;
    this.publicKeys = keys.publicKeys();
    stored = ports.rows().keyring(id).orElse(null);
    keyring = stored == null ? new Keyring() : Keyring.open(stored, keys.keyring(), id);
    if (stored == null) {
      save(List.of());
    }
  }

  /** Who. */
  public MemberId id() {
    return id;
  }

  /** The public halves of their keys. */
  public PublicKeys publicKeys() {
    return publicKeys;
  }

  MemberKeys keys() {
    return keys;
  }

  Author author() {
    return new Author.Member(id);
  }

  synchronized List<RegisterHandle> handles() {
    return keyring.registers().entrySet().stream()
        .filter(e -> !hidden.contains(e.getKey()))
        .map(e -> new RegisterHandle(e.getKey(), e.getValue().kind()))
        .toList();
  }

  synchronized Optional<Keyring.Held> held(RegisterId register) {
    return Optional.ofNullable(keyring.registers().get(register));
  }

  synchronized Optional<OpenRegister> opened(RegisterId register) {
    return Optional.ofNullable(open.get(register));
  }

  /** Keeps {@code register} for this session, unless another thread was first. */
  synchronized OpenRegister keep(OpenRegister register) throws RegisterRefused {
    requireOpen();
    var first = open.putIfAbsent(register.id(), register);
    return first == null ? register : first;
  }

  synchronized void forget(RegisterId register) {
    var gone = open.remove(register);
    if (gone != null) {
      gone.close();
    }
  }

  /** Puts a register into the keyring, durably. */
  synchronized void hold(RegisterId register, Keyring.Held held) throws RegisterRefused {
    requireOpen();
    keyring.registers().put(register, held);
    save(List.of());
  }

  /**
   * Leaves a register out of this session's list. A wrap that is missing may be the work of whoever
   * holds the database, so the keyring keeps what leads to it.
   */
  synchronized void hide(RegisterId register) {
    hidden.add(register);
  }

  /**
   * Whether a register of this kind was open to this member once, by their keyring, and opened no
   * more when it was last tried in this session.
   */
  public synchronized boolean lost(String kind) {
    return hidden.stream()
        .map(keyring.registers()::get)
        .anyMatch(held -> held != null && held.kind().equals(kind));
  }

  /** Takes a register out of the keyring, after a steward's signed word that this member left. */
  synchronized void drop(RegisterId register) {
    keyring.registers().remove(register);
    changed = true;
  }

  /** Remembers the head of a register, so that an older copy of it is noticed later. */
  synchronized void saw(RegisterId register, long sequence, Hash hash, Bytes founder) {
    keyring
        .registers()
        .computeIfPresent(
            register,
            (r, held) -> {
              var now = held.saw(sequence, hash, founder);
              changed |= !now.equals(held);
              return now;
            });
  }

  /**
   * Remembers whose keys these are, or checks them against what is remembered.
   *
   * @throws RegisterRefused {@code register.false-key} about {@code member} if they are others
   */
  synchronized void pin(MemberId member, PublicKeys theirs) throws RegisterRefused {
    var print = Bytes.of(theirs.fingerprint());
    var before = keyring.pins().putIfAbsent(member, print);
    if (before == null) {
      changed = true;
    } else if (!before.equals(print)) {
      throw RegisterRefused.about(member, "register.false-key");
    }
  }

  /** Takes the invitations that are for this member into the keyring. */
  synchronized void takeInvitations() throws RegisterRefused {
    requireOpen();
    for (var invitation : ports.rows().invitations()) {
      if (tried.add(invitation)) {
        var found =
            ports.rows().invitation(invitation).flatMap(sealed -> Invitation.open(sealed, keys));
        if (found.isPresent()) {
          take(invitation, found.get());
        }
      }
    }
  }

  private void take(String row, Invitation invitation) throws RegisterRefused {
    hidden.remove(invitation.register());
    var fresh = Keyring.Held.fresh(invitation.kind(), invitation.slot());
    keyring.registers().merge(invitation.register(), fresh, (held, _) -> again(invitation, held));
    save(List.of(new RowStep.DropInvitation(row)));
  }

  /**
   * A second invitation to the same register comes after a removal and leads there by another way.
   * Anyone who holds the database can make one, for it is not signed: it must neither take away a
   * way that still leads in, nor make this member forget what they saw and whose the register is.
   */
  private Keyring.Held again(Invitation invitation, Keyring.Held held) {
    var epochs = ports.rows().epochs(invitation.register());
    var leads =
        !epochs.isEmpty()
            && ports.rows().wrap(held.slot().wrapId(epochs.getLast().epoch())).isPresent();
    return leads ? held : held.by(invitation.slot());
  }

  private void save(List<RowStep> with) throws RegisterRefused {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var sealed = keyring.seal(keys.keyring(), id);
      var steps = new ArrayList<RowStep>(with);
      steps.add(new RowStep.PutKeyring(id, stored, sealed));
      if (ports.rows().commit(steps)) {
        stored = sealed;
        changed = false;
        return;
      }
      stored = ports.rows().keyring(id).orElse(null);
      if (stored != null) {
        keyring.merge(Keyring.open(stored, keys.keyring(), id));
      }
    }
    throw new RegisterRefused("register.conflict");
  }

  private void requireOpen() throws RegisterRefused {
    if (closed) {
      throw new RegisterRefused("register.closed");
    }
  }

  /** Writes down what was seen, closes every register and wipes the keys. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (changed) {
        save(List.of());
      }
    } catch (RegisterRefused another) {
      // Another session of the same member keeps writing; it has seen at least as much.
    } catch (UncheckedIOException trouble) {
      // What was seen last is seen again next time; keys must not stay open for a full disk.
    } finally {
      open.values().forEach(OpenRegister::close);
      open.clear();
      keyring.registers().clear();
      keyring.pins().clear();
      keys.close();
    }
  }

  /** The id only. */
  @Override
  public String toString() {
    return "UnlockedMember[" + id + "]";
  }
}
