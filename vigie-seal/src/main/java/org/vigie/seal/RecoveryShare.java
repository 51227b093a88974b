package org.vigie.seal;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * One of several parts of a secret, to print or to hand to a trustee. Protects the secret as long
 * as fewer than {@link #needed} are together: a share alone tells nothing but how many there are.
 * Does not protect itself: whoever reads it has it.
 *
 * <p>Text form: Bech32 under {@code vigie-share}, of version, needed, total, number, a digest of
 * every share of the set, a check value for the joined secret, and the share. The digests let every
 * share vouch for all others, so a changed one is found before joining.
 */
public final class RecoveryShare {

  /** Largest number of shares of one secret. */
  public static final int MAX_TOTAL = 16;

  static final int DIGEST = 8;
  static final int CHECK = 16;

  private static final String PREFIX = "vigie-share";
  private static final byte VERSION = 1;
  private static final int HEAD = 4;
  private static final int GROUP = 5;
  private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}]+");

  private final int needed;
  private final int total;
  private final int number;
  private final byte[] roster;
  private final byte[] check;
  private final byte[] part;

  RecoveryShare(int needed, int total, int number, byte[] roster, byte[] check, byte[] part) {
    this.needed = needed;
    this.total = total;
    this.number = number;
    this.roster = roster;
    this.check = check;
    this.part = part;
  }

  /** The digest by which a roster names the share with this number. */
  static byte[] digest(int number, byte[] part) {
    var whole = Digests.sha256(Bytes.framed(Bytes.of("vigie/v1/share"), Bytes.of(number), part));
    return Arrays.copyOf(whole, DIGEST);
  }

  /**
   * Reads {@link #text}; capitals and gaps do not matter.
   *
   * @throws SealRefused {@code seal.malformed} if it is anything else or a letter is wrong
   */
  public static RecoveryShare parse(String text) throws SealRefused {
    var data = Bech32.decode(PREFIX, GAPS.matcher(text).replaceAll(""));
    if (data.length < HEAD || data[0] != VERSION) {
      throw SealRefused.malformed();
    }
    int needed = data[1];
    int total = data[2];
    int number = data[3];
    var rosterEnd = HEAD + total * DIGEST;
    if (!RecoveryShares.plausible(needed, total)
        || number < 1
        || number > total
        || data.length <= rosterEnd + CHECK) {
      throw SealRefused.malformed();
    }
    var share =
        new RecoveryShare(
            needed,
            total,
            number,
            Arrays.copyOfRange(data, HEAD, rosterEnd),
            Arrays.copyOfRange(data, rosterEnd, rosterEnd + CHECK),
            Arrays.copyOfRange(data, rosterEnd + CHECK, data.length));
    if (!share.vouchesFor(share)) {
      throw SealRefused.malformed();
    }
    return share;
  }

  /** What to print: lower-case letters and digits in groups of five. */
  public String text() {
    var head = new byte[] {VERSION, (byte) needed, (byte) total, (byte) number};
    var text = Bech32.encode(PREFIX, Bytes.join(head, roster, check, part));
    var grouped = new StringBuilder();
    for (var i = 0; i < text.length(); i += GROUP) {
      grouped.append(i == 0 ? "" : " ").append(text, i, Math.min(text.length(), i + GROUP));
    }
    return grouped.toString();
  }

  /** How many shares the secret needs. */
  public int needed() {
    return needed;
  }

  /** How many shares there are. */
  public int total() {
    return total;
  }

  /** Which one this is, from 1. */
  public int number() {
    return number;
  }

  /** Eight hexadecimal digits that all shares of one splitting have in common. */
  public String setId() {
    return HexFormat.of().formatHex(set(), 0, 4);
  }

  /** Everything the shares of a set have in common. */
  byte[] set() {
    return Digests.sha256(
        Bytes.framed(
            Bytes.of("vigie/v1/share-set"), Bytes.of(needed), Bytes.of(total), roster, check));
  }

  byte[] roster() {
    return roster.clone();
  }

  byte[] check() {
    return check.clone();
  }

  byte[] part() {
    return part.clone();
  }

  private boolean vouchesFor(RecoveryShare other) {
    var at = (other.number - 1) * DIGEST;
    return Digests.same(
        Arrays.copyOfRange(roster, at, at + DIGEST), digest(other.number, other.part));
  }

  /** Which share it is and never what is in it. */
  @Override
  public String toString() {
    return "RecoveryShare[" + number + " of " + total + ", needs " + needed + "]";
  }
}
