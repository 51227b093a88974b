package org.vigie.imports.openpgp;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Public keys of a file: the first of each is a key, the others hang on it. */
public final class PublicKeys {

  private static final int KEY = 6;
  private static final int SUBKEY = 14;
  private static final int SHORTEST_RSA = 2048;
  private static final byte[] ED25519 = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };
  private static final byte[] P256 = {
    0x30,
    0x59,
    0x30,
    0x13,
    0x06,
    0x07,
    0x2a,
    (byte) 0x86,
    0x48,
    (byte) 0xce,
    0x3d,
    0x02,
    0x01,
    0x06,
    0x08,
    0x2a,
    (byte) 0x86,
    0x48,
    (byte) 0xce,
    0x3d,
    0x03,
    0x01,
    0x07,
    0x03,
    0x42,
    0x00
  };

  private final List<One> all;

  private PublicKeys(List<One> all) {
    this.all = List.copyOf(all);
  }

  /**
   * A key.
   *
   * @param fingerprint forty hexadecimal digits
   * @param algorithm as OpenPGP numbers it
   * @param key usable
   */
  record One(String fingerprint, int algorithm, PublicKey key) {}

  /** The keys that {@code file} holds and that can be used. */
  public static PublicKeys of(byte[] file) {
    var all = new ArrayList<One>();
    for (var packet : Packets.of(file)) {
      if (packet.tag() == KEY || packet.tag() == SUBKEY) {
        usable(packet.fields()).ifPresent(all::add);
      }
    }
    return new PublicKeys(all);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** The fingerprint of the first. */
  public String fingerprint() {
    return all.isEmpty() ? "" : all.getFirst().fingerprint();
  }

  /** The one whose fingerprint ends so. */
  Optional<One> find(String keyId) {
    return all.stream().filter(one -> one.fingerprint().endsWith(keyId)).findFirst();
  }

  private static Optional<One> usable(Fields fields) {
    try {
      return one(fields);
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  private static Optional<One> one(Fields fields) throws GeneralSecurityException {
    if (fields.u8() != 4) {
      return Optional.empty();
    }
    fields.u32();
    var algorithm = fields.u8();
    var key = key(algorithm, fields);
    return key.map(usable -> new One(fingerprint(fields.all()), algorithm, usable));
  }

  private static Optional<PublicKey> key(int algorithm, Fields fields)
      throws GeneralSecurityException {
    return switch (algorithm) {
      case 1, 3 -> {
        var modulus = new BigInteger(1, fields.mpi());
        var exponent = new BigInteger(1, fields.mpi());
        yield modulus.bitLength() < SHORTEST_RSA
            ? Optional.empty()
            : Optional.of(
                KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, exponent)));
      }
      case 19 -> {
        var curve = fields.bytes(fields.u8());
        var point = fields.mpi();
        yield curve.length == 8 && point.length == 65
            ? Optional.of(encoded("EC", P256, point))
            : Optional.empty();
      }
      case 22 -> {
        fields.bytes(fields.u8());
        var point = fields.mpi();
        yield point.length == 33 && point[0] == 0x40
            ? Optional.of(encoded("Ed25519", ED25519, java.util.Arrays.copyOfRange(point, 1, 33)))
            : Optional.empty();
      }
      case 27 -> Optional.of(encoded("Ed25519", ED25519, fields.bytes(32)));
      default -> Optional.empty();
    };
  }

  private static PublicKey encoded(String kind, byte[] head, byte[] point)
      throws GeneralSecurityException {
    var all = ByteBuffer.allocate(head.length + point.length).put(head).put(point).array();
    return KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(all));
  }

  /** RFC 9580, section 5.5.4.2. SHA-1 here names a key; nothing rests on it. */
  private static String fingerprint(byte[] body) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(new byte[] {(byte) 0x99, (byte) (body.length >> 8), (byte) body.length});
      return HexFormat.of().formatHex(sha1.digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
