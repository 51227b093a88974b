package org.vigie.node.link;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.vigie.node.store.TokenRow;
import org.vigie.node.store.TokenStore;
import org.vigie.register.store.Bytes;

/**
 * What was taken back: tokens of an incident, or a yes. Each is one row under a keyed digest, so
 * that it counts at once, before anyone opens the register of the comparison; nobody without the
 * node's key can tell what a row stands for.
 */
final class Ended {

  private static final int SEALED = 40;

  private final TokenStore rows;
  private final LinkKeys keys;
  private final SecureRandom random;

  Ended(TokenStore rows, LinkKeys keys, SecureRandom random) {
    this.rows = rows;
    this.keys = keys;
    this.random = random;
  }

  void end(String what) {
    if (!has(what)) {
      var nothing = Bytes.of(fresh(SEALED));
      rows.add(List.of(new TokenRow(HexFormat.of().formatHex(fresh(16)), index(what), nothing)));
    }
  }

  boolean has(String what) {
    return !rows.find(index(what), 1).isEmpty();
  }

  /** Whether something of {@code offers} was not taken back; an edit takes nothing back. */
  boolean stands(List<String> offers) {
    return offers.stream().anyMatch(offer -> !has(takenBack(offer)));
  }

  /**
   * Whether what was made of an incident is counted in figures; each change of mind is one row
   * more.
   */
  boolean counted(String offer) {
    return changes(offer) % 2 == 1;
  }

  /** Notes that it is counted, or no longer is. */
  void count(String offer, boolean counted) {
    if (counted(offer) != counted) {
      end(change(offer, changes(offer)));
    }
  }

  private int changes(String offer) {
    var changes = 0;
    while (has(change(offer, changes))) {
      changes++;
    }
    return changes;
  }

  private static String change(String offer, int number) {
    return "counted/" + number + "/" + offer;
  }

  static String takenBack(String offer) {
    return "taken-back/" + offer;
  }

  private String index(String what) {
    return keys.digest("ended", what);
  }

  private byte[] fresh(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
