package org.vigie.seal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.bouncycastle.crypto.hash2curve.OPRFHashToScalar;
import org.vigie.kernel.Secret;

/**
 * A keyed function that a client and a server compute together: the client learns nothing of the
 * key, the server nothing of the input (RFC 9497, P256-SHA256, modes OPRF and VOPRF; the third is
 * {@link Poprf}). Protects inputs that can be guessed, such as telephone numbers, from whoever
 * lacks the key; does not protect them from somebody who may ask as often as they like. Safe for
 * use by several threads.
 */
public final class Oprf {

  /** Whether answers carry a proof. */
  public enum Mode {
    /** No proof. */
    OPRF(0),
    /** With a proof of the key, section 3.3.2. */
    VOPRF(1);

    private final int octet;

    Mode(int octet) {
      this.octet = octet;
    }
  }

  private static final int PARTIAL = 2;
  private static final int MAX_INPUT = 65_535;

  private final byte[] context;
  private final OprfDleq proofs;

  private Oprf(int octet) {
    context = Bytes.join(Bytes.of("OPRFV1-"), new byte[] {(byte) octet}, Bytes.of("-P256-SHA256"));
    proofs = new OprfDleq(this);
  }

  /** The function in one mode; the two modes give different outputs. */
  public static Oprf of(Mode mode) {
    return new Oprf(mode.octet);
  }

  /** What {@link Poprf} is made of. */
  static Oprf partial() {
    return new Oprf(PARTIAL);
  }

  /** A key made from a seed of 32 bytes, for instance a register's (section 3.2.1). */
  public OprfKey deriveKey(Secret seed, byte[] info) {
    for (var counter = 0; counter < 256; counter++) {
      var octet = new byte[] {(byte) counter};
      var scalar =
          seed.use(
              bytes -> hashToScalar(Bytes.join(bytes, length(info), info, octet), "DeriveKeyPair"));
      if (scalar.signum() != 0) {
        return new OprfKey(scalar);
      }
    }
    throw new IllegalStateException("256 zero scalars");
  }

  /** Client: hides {@code input}, at most 65,535 bytes. */
  public OprfBlinding blind(byte[] input, SecureRandom random) {
    return blind(input, OprfElement.randomScalar(random));
  }

  OprfBlinding blind(byte[] input, BigInteger scalar) {
    return new OprfBlinding(scalar, hashToGroup(input).timesSecret(scalar));
  }

  /**
   * Client: hides an element that was unblinded before, to have another key applied to it by a
   * server that must not see it.
   */
  public OprfBlinding hide(OprfElement element, SecureRandom random) {
    var scalar = OprfElement.randomScalar(random);
    return new OprfBlinding(scalar, element.timesSecret(scalar));
  }

  /** Server: answers one element without a proof. */
  public OprfElement evaluate(OprfKey key, OprfElement blinded) {
    return blinded.timesSecret(key.scalar());
  }

  /** Server: answers several elements with one proof. */
  public OprfEvaluation evaluateAll(OprfKey key, List<OprfElement> blinded, SecureRandom random) {
    return evaluateAll(key, blinded, OprfElement.randomScalar(random));
  }

  OprfEvaluation evaluateAll(OprfKey key, List<OprfElement> blinded, BigInteger nonce) {
    var elements = blinded.stream().map(element -> evaluate(key, element)).toList();
    return new OprfEvaluation(elements, proofs.prove(key, blinded, elements, nonce));
  }

  /** Client: the output for {@code input}, 32 bytes, from an answer without a proof. */
  public byte[] finish(byte[] input, OprfBlinding blinding, OprfElement evaluated) {
    var inverse = blinding.blind().modInverse(OprfElement.ORDER);
    return output(input, evaluated.timesSecret(inverse));
  }

  /**
   * Client: the outputs for {@code inputs}, 32 bytes each, if the proof holds.
   *
   * @throws SealRefused {@code seal.proof-refused} if another key answered, or not as many
   */
  public List<byte[]> finishAll(
      List<byte[]> inputs, List<OprfBlinding> blindings, OprfEvaluation answer, OprfElement server)
      throws SealRefused {
    if (inputs.size() != blindings.size()) {
      throw new SealRefused("seal.proof-refused");
    }
    var elements = unblindAll(blindings, answer, server);
    var outputs = new ArrayList<byte[]>();
    for (var i = 0; i < inputs.size(); i++) {
      outputs.add(output(inputs.get(i), elements.get(i)));
    }
    return outputs;
  }

  /**
   * Client: the elements that outputs are hashed from, if the proof holds. Whoever keeps them
   * sealed can move to another key by {@link #evaluate} with the quotient of the keys, without the
   * inputs.
   *
   * @throws SealRefused {@code seal.proof-refused} if another key answered, or not as many
   */
  public List<OprfElement> unblindAll(
      List<OprfBlinding> blindings, OprfEvaluation answer, OprfElement server) throws SealRefused {
    var blinded = blindings.stream().map(OprfBlinding::element).toList();
    if (blinded.size() != answer.elements().size()
        || !proofs.verify(server, blinded, answer.elements(), answer.proof())) {
      throw new SealRefused("seal.proof-refused");
    }
    var elements = new ArrayList<OprfElement>();
    for (var i = 0; i < blinded.size(); i++) {
      var inverse = blindings.get(i).blind().modInverse(OprfElement.ORDER);
      elements.add(answer.elements().get(i).timesSecret(inverse));
    }
    return elements;
  }

  /** A class of the library that this rests on: a process of its own has to bring it. */
  public static Class<?> library() {
    return HashToEllipticCurve.class;
  }

  /** The output for {@code input}, 32 bytes, by whoever has both input and key. */
  public byte[] compute(OprfKey key, byte[] input) {
    return output(input, evaluate(key, hashToGroup(input)));
  }

  BigInteger hashToScalar(byte[] message, String label) {
    return new OPRFHashToScalar(OprfElement.CURVE, new SHA256Digest(), 128)
        .process(message, Bytes.join(Bytes.of(label), context));
  }

  byte[] context() {
    return context.clone();
  }

  static byte[] length(byte[] part) {
    return shortNumber(part.length);
  }

  static byte[] shortNumber(int number) {
    return new byte[] {(byte) (number >> 8), (byte) number};
  }

  OprfElement hashToGroup(byte[] input) {
    if (input.length > MAX_INPUT) {
      throw new IllegalArgumentException("an input has at most 65,535 bytes");
    }
    // Bouncy Castle takes the tag as text; the mode's octet is ASCII.
    var tag = new String(Bytes.join(Bytes.of("HashToGroup-"), context), StandardCharsets.US_ASCII);
    return new OprfElement(
        HashToEllipticCurve.getInstance(HashToCurveProfile.P256_XMD_SHA_256, tag)
            .hashToCurve(input));
  }

  private static byte[] output(byte[] input, OprfElement unblinded) {
    var element = unblinded.bytes();
    return Digests.sha256(length(input), input, length(element), element, Bytes.of("Finalize"));
  }
}
