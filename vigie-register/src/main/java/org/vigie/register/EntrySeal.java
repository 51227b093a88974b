package org.vigie.register;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import org.vigie.kernel.Secret;
import org.vigie.ledger.Hash;
import org.vigie.register.store.Bytes;
import org.vigie.register.store.EntryRow;
import org.vigie.seal.AgeFile;
import org.vigie.seal.Padme;
import org.vigie.seal.Place;
import org.vigie.seal.Recipient;
import org.vigie.seal.RowKey;
import org.vigie.seal.SealRefused;
import org.vigie.seal.SignatureLabel;
import org.vigie.seal.SigningKey;

/**
 * Turns an entry into a row and back. The body has a random key of its own, so that destroying this
 * key destroys the body; head and body key are wrapped for the epoch.
 */
final class EntrySeal {

  /** Longest JSON of a body, in bytes; what is longer belongs into a blob. */
  static final int MAX_BODY = 1 << 20;

  /**
   * The floor of all sizes: an added member's public keys fit below it, so they do not stand out.
   */
  private static final int SMALLEST = 2048;

  private static final int KEY = 32;

  private EntrySeal() {}

  /** How head and body key are wrapped for an epoch. */
  @FunctionalInterface
  interface Wrapping {
    byte[] wrap(byte[] plain, Place place);

    /** For members, who hold the epoch's row key. */
    static Wrapping by(EpochKey key) {
      return key::seal;
    }

    /** For anyone. The head's signature binds the place, which an age file cannot. */
    static Wrapping to(Recipient recipient) {
      return (plain, place) -> AgeFile.seal(plain, List.of(recipient));
    }
  }

  /** Seals {@code json} into the place after {@code previous}; {@code head} is not yet signed. */
  static EntryRow seal(
      Link unfilled,
      EntryHead head,
      byte[] json,
      SigningKey author,
      Wrapping wrapping,
      SecureRandom random)
      throws RegisterRefused {
    if (json.length > MAX_BODY) {
      throw new RegisterRefused("register.entry-too-large", MAX_BODY);
    }
    var bodyKey = new byte[KEY];
    random.nextBytes(bodyKey);
    var body = sealBody(bodyKey.clone(), pad(json), unfilled);
    var link =
        new Link(
            unfilled.register(),
            unfilled.sequence(),
            unfilled.epoch(),
            unfilled.previous(),
            Hash.sha256(body));
    var signed = head.signed(author.sign(label(head.author()), head.signedBy(link)));
    return new EntryRow(
        link.register(),
        link.sequence(),
        link.epoch(),
        link.previous(),
        link.bodyHash(),
        signed.hash(),
        link.hash(signed.hash()),
        link.epoch(),
        Bytes.of(wrapping.wrap(signed.encode(), place(link, "head", link.epoch()))),
        Bytes.of(wrapping.wrap(bodyKey, place(link, "body_key", link.epoch()))),
        Bytes.of(body));
  }

  /** Members and the house sign under different labels. */
  static SignatureLabel label(Author author) {
    return switch (author) {
      case Author.Member _ -> SignatureLabel.REGISTER_ENTRY;
      case Author.Node _ -> SignatureLabel.NODE_DEPOSIT;
    };
  }

  private static byte[] sealBody(byte[] bodyKey, byte[] padded, Link link) {
    try (var key = Secret.take(bodyKey);
        var row = RowKey.derive(key, "entry-body")) {
      return row.seal(padded, place(link, "body", link.epoch()));
    }
  }

  /** Opens the head and checks that it is the one the chain commits to. */
  static EntryHead openHead(EntryRow row, EpochKey key) throws RegisterRefused {
    try {
      var place = place(Link.of(row), "head", row.keyEpoch());
      var head = EntryHead.decode(key.open(row.head(), place));
      if (head.hash().equals(row.headHash())) {
        return head;
      }
    } catch (SealRefused _) {
      // The one answer below for whatever is wrong with it.
    }
    throw ColdCheck.tampered(row.sequence());
  }

  /** Opens a body that is not erased: its JSON. */
  static byte[] openBody(EntryRow row, Bytes bodyKey, Bytes body, EpochKey key)
      throws RegisterRefused {
    var link = Link.of(row);
    try (var secret = Secret.take(key.open(bodyKey, place(link, "body_key", row.keyEpoch())));
        var rowKey = RowKey.derive(secret, "entry-body")) {
      return unpad(rowKey.open(body.toArray(), place(link, "body", row.epoch())), row.sequence());
    } catch (SealRefused wrongKeyOrChanged) {
      throw ColdCheck.tampered(row.sequence());
    }
  }

  /** Head and body key of {@code row} wrapped by {@code to} instead of {@code from}. */
  static EntryRow rewrap(EntryRow row, EpochKey from, EpochKey to) throws RegisterRefused {
    var link = Link.of(row);
    try {
      var head = from.open(row.head(), place(link, "head", row.keyEpoch()));
      var newHead = Bytes.of(to.seal(head, place(link, "head", to.number())));
      var wrapped = row.bodyKey();
      if (wrapped == null) {
        return row.rewrapped(to.number(), newHead, null);
      }
      var bodyKey = from.open(wrapped, place(link, "body_key", row.keyEpoch()));
      var newKey = Bytes.of(to.seal(bodyKey, place(link, "body_key", to.number())));
      return row.rewrapped(to.number(), newHead, newKey);
    } catch (SealRefused wrongKeyOrChanged) {
      throw ColdCheck.tampered(row.sequence());
    }
  }

  private static Place place(Link link, String column, int keyEpoch) {
    return Link.place(link.register(), link.sequence(), column, keyEpoch);
  }

  private static byte[] pad(byte[] json) {
    var length = Math.max(SMALLEST, (int) Padme.paddedLength(Integer.BYTES + json.length));
    return ByteBuffer.allocate(length).putInt(json.length).put(json).array();
  }

  private static byte[] unpad(byte[] padded, long sequence) throws RegisterRefused {
    var in = ByteBuffer.wrap(padded);
    var length = padded.length < Integer.BYTES ? -1 : in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw ColdCheck.tampered(sequence);
    }
    var json = new byte[length];
    in.get(json);
    return json;
  }
}
