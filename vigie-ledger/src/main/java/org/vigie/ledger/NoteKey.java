package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named public key that checks signed notes: the vkey of C2SP signed-note. Protects against notes
 * that its holder did not sign; does not say who the holder is. Immutable.
 */
public final class NoteKey {

  private static final String MALFORMED = "ledger.malformed-key";
  private static final int MAX_NAME_LENGTH = 255;

  private final String name;
  private final SignatureType type;
  private final byte[] raw;
  private final PublicKey key;

  NoteKey(String name, SignatureType type, byte[] raw) throws LedgerRefused {
    if (!isName(name) || raw.length != type.keyLength()) {
      throw new LedgerRefused(MALFORMED);
    }
    this.name = name;
    this.type = type;
    this.raw = raw.clone();
    this.key = decode(type, raw);
  }

  /** Reads {@code name+id+key}; refuses an id that does not belong to the key. */
  public static NoteKey parse(String vkey) throws LedgerRefused {
    var parts = vkey.split("\\+", 3);
    if (parts.length != 3) {
      throw new LedgerRefused(MALFORMED);
    }
    var bytes = StrictBase64.decode(parts[2], MALFORMED);
    if (bytes.length < 2) {
      throw new LedgerRefused(MALFORMED);
    }
    var type = SignatureType.ofCode(bytes[0]);
    var key = new NoteKey(parts[0], type, Arrays.copyOfRange(bytes, 1, bytes.length));
    if (!key.idText().equals(parts[1])) {
      throw new LedgerRefused(MALFORMED);
    }
    return key;
  }

  /** Whether {@code name} may name a key: not empty, no space, no control, no plus. */
  static boolean isName(String name) {
    return !name.isEmpty()
        && name.getBytes(UTF_8).length <= MAX_NAME_LENGTH
        && name.codePoints()
            .noneMatch(c ->
                c == '+'
                    || Character.isSpaceChar(c)
                    || Character.isWhitespace(c)
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.SURROGATE);
  }

  /** The key's name. */
  public String name() {
    return name;
  }

  /** The kind of signature it checks. */
  public SignatureType type() {
    return type;
  }

  /** The vkey, for publishing. */
  public String text() {
    var typed = ByteBuffer.allocate(1 + raw.length).put(type.code()).put(raw).array();
    return name + "+" + idText() + "+" + Base64.getEncoder().encodeToString(typed);
  }

  /** SHA-256 of the raw public key, for comparing by eye or telephone. */
  public Hash fingerprint() {
    return Hash.sha256(raw);
  }

  /** SHA-256(name ‖ newline ‖ type ‖ key), its first four bytes. */
  int id() {
    var digest = Hash.sha256((name + "\n").getBytes(UTF_8), new byte[] {type.code()}, raw);
    return ByteBuffer.wrap(digest.toBytes()).getInt();
  }

  private String idText() {
    return HexFormat.of().toHexDigits(id());
  }

  boolean isNamedBy(NoteSignature line) {
    return name.equals(line.name()) && id() == line.keyId();
  }

  /**
   * Checks a line that names this key.
   *
   * @return the time the signer states, where this kind of signature states one
   * @throws LedgerRefused with {@code ledger.bad-signature}
   */
  Optional<Instant> check(String text, NoteSignature line) throws LedgerRefused {
    var bytes = line.signature();
    if (!type.isTimed()) {
      require(holds(text.getBytes(UTF_8), bytes));
      return Optional.empty();
    }
    require(bytes.length > Long.BYTES);
    var seconds = ByteBuffer.wrap(bytes).getLong();
    require(seconds >= 0 && seconds <= Instant.MAX.getEpochSecond());
    var message = CosignedMessage.of(type, name, seconds, text);
    require(holds(message, Arrays.copyOfRange(bytes, Long.BYTES, bytes.length)));
    return seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
  }

  private static void require(boolean holds) throws LedgerRefused {
    if (!holds) {
      throw new LedgerRefused("ledger.bad-signature");
    }
  }

  private boolean holds(byte[] message, byte[] signature) {
    try {
      var verifier = Signature.getInstance(type.algorithm());
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK lacks " + type.algorithm(), e);
    }
  }

  private static PublicKey decode(SignatureType type, byte[] raw) throws LedgerRefused {
    var prefix = HexFormat.of().parseHex(type.spkiPrefix());
    var encoded = ByteBuffer.allocate(prefix.length + raw.length).put(prefix).put(raw).array();
    try {
      return KeyFactory.getInstance(type.algorithm())
          .generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new LedgerRefused(MALFORMED);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NoteKey that
        && name.equals(that.name)
        && type == that.type
        && MessageDigest.isEqual(raw, that.raw);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + id();
  }

  @Override
  public String toString() {
    return name + "+" + idText();
  }
}
