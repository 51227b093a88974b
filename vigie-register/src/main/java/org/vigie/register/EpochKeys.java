package org.vigie.register;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;
import org.vigie.kernel.Secret;
import org.vigie.register.store.EpochRow;
import org.vigie.register.store.RegisterRows;
import org.vigie.seal.HybridKey;
import org.vigie.seal.Identity;
import org.vigie.seal.MemberKeys;
import org.vigie.seal.SealRefused;

/**
 * The epoch keys one member holds of one register: the latest by grant, the earlier ones sealed
 * each under the next. Held in memory for a session only.
 */
final class EpochKeys implements AutoCloseable {

  private static final int MOVED = 3;

  private final RegisterId register;
  private final RegisterRows rows;
  private final NavigableMap<Integer, EpochKey> keys = new TreeMap<>();
  private final List<Grant> unverified = new ArrayList<>();

  EpochKeys(RegisterId register, RegisterRows rows) {
    this.register = register;
    this.rows = rows;
  }

  /** Takes over a key this member made. */
  void add(EpochKey key) {
    var before = keys.put(key.number(), key);
    if (before != null) {
      before.close();
    }
  }

  Optional<EpochKey> find(int epoch) {
    return Optional.ofNullable(keys.get(epoch));
  }

  /** The key of the latest epoch held. */
  EpochKey latest() {
    return keys.lastEntry().getValue();
  }

  /** What opens a blob of any epoch held, the latest first. */
  List<Identity> identities() {
    return keys.descendingMap().values().stream().<Identity>map(EpochKey::pair).toList();
  }

  /** Independent copies of the key pairs, the latest first; the caller closes them. */
  List<HybridKey> copies() {
    return keys.descendingMap().values().stream().map(key -> HybridKey.ofSeed(key.seed())).toList();
  }

  /**
   * Looks for the wrap of the latest epoch and opens all epochs down to the first.
   *
   * @return whether there is one for this member
   */
  boolean load(Slot slot, MemberKeys me) throws RegisterRefused {
    // An epoch may open between the two look-ups; then look again.
    for (var attempt = 0; attempt < MOVED; attempt++) {
      var known = rows.epochs(register);
      if (known.isEmpty()) {
        return false;
      }
      var latest = known.getLast();
      var wrap = rows.wrap(slot.wrapId(latest.epoch()));
      if (wrap.isPresent()) {
        var opened = Grant.open(wrap.get(), me);
        opened.grant().requireFor(register, latest.epoch(), me.publicKeys());
        unverified.add(opened.grant());
        add(new EpochKey(latest.epoch(), opened.seed()));
        descend(known, opened.grant().giver());
        return true;
      }
    }
    return false;
  }

  private void descend(List<EpochRow> known, MemberId giver) throws RegisterRefused {
    for (var i = known.size() - 1; i >= 0; i--) {
      var row = known.get(i);
      var key = keys.get(row.epoch());
      if (key == null || !key.recipient().equals(row.recipient())) {
        throw RegisterRefused.about(giver, "register.false-epoch-key");
      }
      var previous = row.previousSeed();
      if (previous != null && !keys.containsKey(row.epoch() - 1)) {
        try {
          var seed = key.open(previous, EpochKey.previousSeed(register, row.epoch()));
          add(new EpochKey(row.epoch() - 1, Secret.take(seed)));
        } catch (SealRefused changed) {
          throw RegisterRefused.about(giver, "register.false-epoch-key");
        }
      }
    }
  }

  /** Checks that the key held of {@code epoch} is the one that {@code by} signed for. */
  void requireRecipient(int epoch, String recipientHash, MemberId by) throws RegisterRefused {
    var key = keys.get(epoch);
    if (key == null || !Manifest.recipientHash(key.recipient()).equals(recipientHash)) {
      throw RegisterRefused.about(by, "register.false-epoch-key");
    }
  }

  /** The grants taken since the last call, for their signatures to be checked. */
  List<Grant> takeUnverified() {
    var taken = List.copyOf(unverified);
    unverified.clear();
    return taken;
  }

  @Override
  public void close() {
    keys.values().forEach(EpochKey::close);
    keys.clear();
  }
}
