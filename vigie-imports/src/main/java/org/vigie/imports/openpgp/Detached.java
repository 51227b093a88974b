package org.vigie.imports.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A signature that lies beside what it signs (RFC 9580, section 5.2). Protects against bytes that
 * were changed after they were signed with the key beside them. Does not protect against a key that
 * anybody made, nor against one that was taken from its owner; weak hashes do not hold.
 */
public final class Detached {

  private static final int SIGNATURE = 2;
  private static final int CREATED = 2;
  private static final int ISSUER = 16;
  private static final int ISSUER_FINGERPRINT = 33;

  private final String hash;
  private final byte[] trailer;
  private final List<byte[]> values;
  private final String issuer;
  private final long created;

  private Detached(String hash, byte[] trailer, List<byte[]> values, String issuer, long created) {
    this.hash = hash;
    this.trailer = trailer;
    this.values = List.copyOf(values);
    this.issuer = issuer;
    this.created = created;
  }

  /** How a check ended. */
  public enum Outcome {
    /** It holds with the key beside it. */
    HOLDS,
    /** What it signs was changed, or it was made with another key of the same name. */
    FAILS,
    /** Its key is not there, or its way of signing is too old or not known. */
    UNKNOWN
  }

  /** The first signature of {@code file} over bytes as they are. */
  public static Optional<Detached> of(byte[] file) {
    for (var packet : Packets.of(file)) {
      if (packet.tag() == SIGNATURE) {
        return one(packet.fields());
      }
    }
    return Optional.empty();
  }

  private static Optional<Detached> one(Fields fields) {
    var version = fields.u8();
    var type = fields.u8();
    var algorithm = fields.u8();
    var hash = fields.u8();
    if (version != 4 || type != 0) {
      return Optional.empty();
    }
    var hashed = fields.bytes(fields.u16());
    var signed = fields.first(fields.at());
    var loose = fields.bytes(fields.u16());
    fields.u16();
    var values = new ArrayList<byte[]>();
    while (fields.more() && values.size() < 2) {
      values.add(algorithm == 27 ? fields.bytes(64) : fields.mpi());
    }
    var trailer = ByteBuffer.allocate(signed.length + 6).put(signed);
    trailer.put((byte) 4).put((byte) 0xFF).putInt(signed.length);
    var about = new About();
    about.read(hashed, true);
    about.read(loose, false);
    return Optional.of(
        new Detached(hash(hash), trailer.array(), values, about.issuer, about.created));
  }

  private static String hash(int number) {
    return switch (number) {
      case 8 -> "SHA-256";
      case 9 -> "SHA-384";
      case 10 -> "SHA-512";
      default -> "";
    };
  }

  /** What the parts of a signature say of it. */
  private static final class About {
    private String issuer = "";
    private long created;

    private void read(byte[] parts, boolean hashed) {
      var fields = new Fields(parts);
      while (fields.more()) {
        var first = fields.u8();
        var length =
            first < 192
                ? first
                : first < 255 ? ((first - 192) << 8) + fields.u8() + 192 : (int) fields.u32();
        var part = new Fields(fields.bytes(Math.max(0, length)));
        var kind = part.u8() & 0x7F;
        if (kind == CREATED && hashed) {
          created = part.u32();
        } else if (kind == ISSUER && issuer.isEmpty()) {
          issuer = HexFormat.of().formatHex(part.bytes(8));
        } else if (kind == ISSUER_FINGERPRINT && part.u8() == 4) {
          issuer = HexFormat.of().formatHex(part.bytes(20));
        }
      }
    }
  }

  /** When it says it was made; empty if it does not say. */
  public Optional<Instant> made() {
    return created == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(created));
  }

  /**
   * Checks it.
   *
   * @param signed what it lies beside; read to the end, not closed
   * @throws IOException if that cannot be read
   */
  public Outcome check(PublicKeys keys, InputStream signed) throws IOException {
    var key = keys.find(issuer);
    if (issuer.isEmpty() || key.isEmpty() || hash.isEmpty() || values.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    try {
      var digest = MessageDigest.getInstance(hash);
      var block = new byte[64 * 1024];
      for (var read = signed.read(block); read >= 0; read = signed.read(block)) {
        digest.update(block, 0, read);
      }
      digest.update(trailer);
      return holds(key.get(), digest.digest()) ? Outcome.HOLDS : Outcome.FAILS;
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      return Outcome.FAILS;
    }
  }

  private boolean holds(PublicKeys.One key, byte[] digest) throws GeneralSecurityException {
    var signature = Signature.getInstance(how(key));
    signature.initVerify(key.key());
    signature.update(key.key() instanceof RSAPublicKey ? wrapped(digest) : digest);
    return signature.verify(value(key));
  }

  private static String how(PublicKeys.One key) throws GeneralSecurityException {
    return switch (key.algorithm()) {
      case 1, 3 -> "NONEwithRSA";
      case 19 -> "NONEwithECDSAinP1363Format";
      case 22, 27 -> "Ed25519";
      default -> throw new GeneralSecurityException("algorithm");
    };
  }

  /** The hash with its name before it, as RSA signs it (RFC 8017, section 9.2). */
  private byte[] wrapped(byte[] digest) {
    var number =
        switch (hash) {
          case "SHA-256" -> 1;
          case "SHA-384" -> 2;
          default -> 3;
        };
    // The identifier of the hash ends with its number: 2.16.840.1.101.3.4.2.n.
    var name = HexFormat.of().parseHex("30" + two(digest.length + 17) + "300d06096086480165030402");
    return ByteBuffer.allocate(name.length + 5 + digest.length)
        .put(name)
        .put((byte) number)
        .put(new byte[] {5, 0, 4, (byte) digest.length})
        .put(digest)
        .array();
  }

  private static String two(int value) {
    return HexFormat.of().toHexDigits((byte) value);
  }

  private byte[] value(PublicKeys.One key) {
    return switch (key.algorithm()) {
      case 1, 3 -> {
        var bits = ((RSAPublicKey) key.key()).getModulus().bitLength();
        yield padded(values.getFirst(), (bits + 7) / 8);
      }
      case 27 -> values.getFirst();
      default -> {
        var second = values.size() > 1 ? values.get(1) : new byte[0];
        yield ByteBuffer.allocate(64)
            .put(padded(values.getFirst(), 32))
            .put(padded(second, 32))
            .array();
      }
    };
  }

  private static byte[] padded(byte[] value, int length) {
    if (value.length > length) {
      throw new IllegalArgumentException("too long");
    }
    var all = new byte[length];
    System.arraycopy(value, 0, all, length - value.length, value.length);
    return all;
  }
}
