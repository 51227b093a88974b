package org.vigie.seal;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.vigie.kernel.Secret;

/**
 * The function of {@link Oprf} with an information that both sides know and that every output is
 * bound to, so that one key makes as many unrelated functions as there are informations (RFC 9497
 * section 3.3.3, P256-SHA256, mode POPRF). Protects inputs that can be guessed, such as telephone
 * numbers, from whoever lacks the key; does not protect them from somebody who may ask as often as
 * they like, and hides the information from nobody. Nothing in Vigie uses it yet: it is for tokens
 * among several houses, to be bound to their rules and their exchange once that is switched on.
 * Safe for use by several threads.
 */
public final class Poprf {

  private static final int MAX_INFO = 65_535;

  private final Oprf oprf = Oprf.partial();
  private final OprfDleq proofs = new OprfDleq(oprf);

  /** A key made from a seed of 32 bytes (section 3.2.1). */
  public OprfKey deriveKey(Secret seed, byte[] keyInfo) {
    return oprf.deriveKey(seed, keyInfo);
  }

  /** Client: hides {@code input}, at most 65,535 bytes. */
  public OprfBlinding blind(byte[] input, SecureRandom random) {
    return oprf.blind(input, random);
  }

  OprfBlinding blind(byte[] input, BigInteger scalar) {
    return oprf.blind(input, scalar);
  }

  /**
   * Server: answers several elements under {@code info}, with one proof.
   *
   * @throws SealRefused {@code seal.malformed} if there is no function of this key and {@code info}
   *     (the standard's InverseError); whoever can choose such an information knows the key
   */
  public OprfEvaluation evaluateAll(
      OprfKey key, List<OprfElement> blinded, byte[] info, SecureRandom random) throws SealRefused {
    return evaluateAll(key, blinded, info, OprfElement.randomScalar(random));
  }

  OprfEvaluation evaluateAll(OprfKey key, List<OprfElement> blinded, byte[] info, BigInteger nonce)
      throws SealRefused {
    try (var tweaked = tweaked(key, info)) {
      var inverse = tweaked.scalar().modInverse(OprfElement.ORDER);
      var elements = blinded.stream().map(element -> element.timesSecret(inverse)).toList();
      // The proof goes from answers to questions, for the answers hold the inverse.
      return new OprfEvaluation(elements, proofs.prove(tweaked, elements, blinded, nonce));
    }
  }

  /**
   * Client: the outputs for {@code inputs} under {@code info}, 32 bytes each, if the proof holds.
   *
   * @param server the key's public part
   * @throws SealRefused {@code seal.proof-refused} if another key or another information answered,
   *     or not as many; {@code seal.malformed} if there is no function of this key and {@code info}
   */
  public List<byte[]> finishAll(
      List<byte[]> inputs,
      List<OprfBlinding> blindings,
      OprfEvaluation answer,
      byte[] info,
      OprfElement server)
      throws SealRefused {
    var tweaked = tweaked(server, info);
    var blinded = blindings.stream().map(OprfBlinding::element).toList();
    if (inputs.size() != blinded.size()
        || blinded.size() != answer.elements().size()
        || !proofs.verify(tweaked, answer.elements(), blinded, answer.proof())) {
      throw new SealRefused("seal.proof-refused");
    }
    var outputs = new ArrayList<byte[]>();
    for (var i = 0; i < blinded.size(); i++) {
      var inverse = blindings.get(i).blind().modInverse(OprfElement.ORDER);
      outputs.add(output(inputs.get(i), info, answer.elements().get(i).timesSecret(inverse)));
    }
    return outputs;
  }

  /**
   * The output for {@code input} under {@code info}, 32 bytes, by whoever has both input and key.
   *
   * @throws SealRefused as {@link #evaluateAll}
   */
  public byte[] compute(OprfKey key, byte[] input, byte[] info) throws SealRefused {
    try (var tweaked = tweaked(key, info)) {
      var inverse = tweaked.scalar().modInverse(OprfElement.ORDER);
      return output(input, info, oprf.hashToGroup(input).timesSecret(inverse));
    }
  }

  private OprfKey tweaked(OprfKey key, byte[] info) throws SealRefused {
    var scalar = key.scalar().add(tweak(info)).mod(OprfElement.ORDER);
    if (scalar.signum() == 0) {
      throw SealRefused.malformed();
    }
    return new OprfKey(scalar);
  }

  /** Nothing secret in it: from what is public. */
  private OprfElement tweaked(OprfElement server, byte[] info) throws SealRefused {
    var sum = OprfElement.GENERATOR.point().multiply(tweak(info)).add(server.point());
    if (sum.isInfinity()) {
      throw SealRefused.malformed();
    }
    return new OprfElement(sum);
  }

  BigInteger tweak(byte[] info) {
    if (info.length > MAX_INFO) {
      throw new IllegalArgumentException("an information has at most 65,535 bytes");
    }
    return oprf.hashToScalar(
        Bytes.join(Bytes.of("Info"), Oprf.length(info), info), "HashToScalar-");
  }

  private static byte[] output(byte[] input, byte[] info, OprfElement unblinded) {
    var element = unblinded.bytes();
    return Digests.sha256(
        Oprf.length(input),
        input,
        Oprf.length(info),
        info,
        Oprf.length(element),
        element,
        Bytes.of("Finalize"));
  }
}
