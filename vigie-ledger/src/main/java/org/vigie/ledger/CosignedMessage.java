package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** The bytes under a cosignature: C2SP tlog-cosignature. */
final class CosignedMessage {

  private static final byte[] SUBTREE_LABEL = "subtree/v1\n\0".getBytes(US_ASCII);

  private CosignedMessage() {}

  static byte[] of(SignatureType type, String name, long seconds, String text)
      throws LedgerRefused {
    var checkpoint = Checkpoint.parse(text);
    return switch (type) {
      case ED25519 -> throw new IllegalArgumentException("A plain signature states no time");
      case ED25519_COSIGNATURE -> ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8);
      case ML_DSA_44_COSIGNATURE -> subtree(name, seconds, checkpoint);
    };
  }

  private static byte[] subtree(String name, long seconds, Checkpoint checkpoint) {
    var cosigner = name.getBytes(UTF_8);
    var origin = checkpoint.origin().getBytes(UTF_8);
    return ByteBuffer.allocate(
            SUBTREE_LABEL.length
                + (1 + cosigner.length)
                + Long.BYTES
                + (1 + origin.length)
                + 2 * Long.BYTES
                + Hash.LENGTH)
        .put(SUBTREE_LABEL)
        .put((byte) cosigner.length)
        .put(cosigner)
        .putLong(seconds)
        .put((byte) origin.length)
        .put(origin)
        .putLong(0)
        .putLong(checkpoint.size())
        .put(checkpoint.root().toBytes())
        .array();
  }
}
