package org.vigie.matching.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.vigie.seal.Digests;
import org.vigie.seal.Oprf;
import org.vigie.seal.OprfElement;
import org.vigie.seal.OprfKey;

/**
 * An identifier under a key. Its {@link #index()} may be stored and compared; its element has to be
 * sealed, for it is what a later key starts from. Equal identifiers give equal tokens within one
 * epoch, and tokens of two epochs have nothing in common that shows.
 *
 * @param epoch of the key
 * @param element the unblinded group element
 */
public record IdentifierToken(int epoch, OprfElement element) {

  private static final Oprf VOPRF = Oprf.of(Oprf.Mode.VOPRF);

  /** What to store and look up: SHA-256 of {@code idx}, epoch (4 bytes) and element, in hex. */
  public String index() {
    var encoded = element.bytes();
    var input = ByteBuffer.allocate(3 + Integer.BYTES + encoded.length);
    input.put("idx".getBytes(StandardCharsets.US_ASCII)).putInt(epoch).put(encoded);
    return HexFormat.of().formatHex(Digests.sha256(input.array()));
  }

  /** The token under the next epoch's key, which is this one's times {@code factor}. */
  public IdentifierToken rotated(OprfKey factor) {
    return new IdentifierToken(epoch + 1, VOPRF.evaluate(factor, element));
  }

  /** The epoch, never the element. */
  @Override
  public String toString() {
    return "IdentifierToken[epoch " + epoch + "]";
  }
}
