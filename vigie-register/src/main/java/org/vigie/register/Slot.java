package org.vigie.register;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.vigie.ledger.Hash;
import org.vigie.register.store.Bytes;

/**
 * A secret that members of one register share about one of them: under which ids the wraps for that
 * member lie. Who does not know it cannot tell whose a wrap is, nor of which register.
 */
record Slot(Bytes secret) {

  static final int LENGTH = 32;

  private static final byte[] LABEL = "vigie/v1/wrap-id\n".getBytes(US_ASCII);
  private static final int ID = 16;

  Slot(byte[] secret) throws RegisterRefused {
    this(Bytes.of(secret));
    if (secret.length != LENGTH) {
      throw new RegisterRefused("register.malformed-entry");
    }
  }

  static Slot random(SecureRandom random) {
    var secret = new byte[LENGTH];
    random.nextBytes(secret);
    return new Slot(Bytes.of(secret));
  }

  String hex() {
    return Codec.hex(secret.toArray());
  }

  /** The id of the wrap of {@code epoch}: 32 hexadecimal digits. */
  String wrapId(int epoch) {
    var number = ByteBuffer.allocate(Integer.BYTES).putInt(epoch).array();
    var id = Hash.sha256(LABEL, secret.toArray(), number).toBytes();
    return Codec.hex(Arrays.copyOf(id, ID));
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "Slot";
  }
}
