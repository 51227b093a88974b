package org.vigie.register;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.vigie.ledger.Hash;
import org.vigie.register.store.Bytes;

/**
 * Who wrote an entry, when and of what type; sealed at one fixed length. The signature covers the
 * place in the chain and the body's ciphertext as well.
 *
 * @param salt 32 random bytes that keep the commitment to this head from being guessed
 * @param signature Ed25519 by the author over {@link #signedBy}
 */
record EntryHead(Author author, Instant at, String type, int version, Bytes salt, Bytes signature) {

  static final int SALT = 32;

  private static final int LENGTH = 256;
  private static final int SIGNATURE = 64;
  private static final byte FORMAT = 1;
  private static final byte BY_MEMBER = 1;
  private static final byte BY_NODE = 2;
  private static final int MEMBER = 16;

  /** What the author signs: the place in the chain, the body, and everything else in the head. */
  byte[] signedBy(Link link) {
    var unsigned = encode(Bytes.of(new byte[SIGNATURE]));
    var placed = link.bytes();
    return ByteBuffer.allocate(placed.length + unsigned.length).put(placed).put(unsigned).array();
  }

  EntryHead signed(byte[] by) {
    return new EntryHead(author, at, type, version, salt, Bytes.of(by));
  }

  /** The commitment that a cold copy sees. */
  Hash hash() {
    return Hash.sha256("vigie/v1/entry-head\n".getBytes(US_ASCII), encode());
  }

  byte[] encode() {
    return encode(signature);
  }

  private byte[] encode(Bytes signed) {
    var name = type.getBytes(US_ASCII);
    var out = ByteBuffer.allocate(LENGTH).put(FORMAT);
    switch (author) {
      case Author.Member(var id) -> out.put(BY_MEMBER).put(id.bytes());
      case Author.Node() -> out.put(BY_NODE).put(new byte[MEMBER]);
    }
    out.putLong(at.toEpochMilli()).putInt(version).put((byte) name.length).put(name);
    return out.put(salt.toArray()).put(signed.toArray()).array();
  }

  static EntryHead decode(byte[] plain) throws RegisterRefused {
    var in = ByteBuffer.wrap(plain);
    try {
      if (plain.length != LENGTH || in.get() != FORMAT) {
        throw new RegisterRefused("register.malformed-entry");
      }
      var author = author(in.get(), bytes(in, MEMBER));
      var at = Instant.ofEpochMilli(in.getLong());
      var version = in.getInt();
      var type = new String(bytes(in, in.get() & 0xff), US_ASCII);
      return new EntryHead(
          author, at, type, version, Bytes.of(bytes(in, SALT)), Bytes.of(bytes(in, SIGNATURE)));
    } catch (BufferUnderflowException cutShort) {
      throw new RegisterRefused("register.malformed-entry");
    }
  }

  private static Author author(byte kind, byte[] id) throws RegisterRefused {
    return switch (kind) {
      case BY_MEMBER -> new Author.Member(Codec.member(id));
      case BY_NODE -> new Author.Node();
      default -> throw new RegisterRefused("register.malformed-entry");
    };
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    var bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  /** Never what it says. */
  @Override
  public String toString() {
    return "EntryHead";
  }
}
