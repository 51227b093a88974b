package org.vigie.seal;

import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;

/** Proofs of one key over several elements (RFC 9497 section 2.2). */
final class OprfDleq {

  private final Oprf oprf;

  OprfDleq(Oprf oprf) {
    this.oprf = oprf;
  }

  OprfProof prove(
      OprfKey key, List<OprfElement> asked, List<OprfElement> answered, BigInteger nonce) {
    var server = key.publicKey();
    var sumAsked = sum(asked, weights(server, asked, answered));
    var sumAnswered = sumAsked.timesSecret(key.scalar());
    var challenge =
        challenge(
            server,
            sumAsked,
            sumAnswered,
            OprfElement.GENERATOR.timesSecret(nonce),
            sumAsked.timesSecret(nonce));
    var response = nonce.subtract(challenge.multiply(key.scalar())).mod(OprfElement.ORDER);
    return new OprfProof(challenge, response);
  }

  boolean verify(
      OprfElement server, List<OprfElement> asked, List<OprfElement> answered, OprfProof proof) {
    if (asked.isEmpty()) {
      return false;
    }
    try {
      var weights = weights(server, asked, answered);
      var sumAsked = sum(asked, weights);
      var sumAnswered = sum(answered, weights);
      var expected =
          challenge(
              server,
              sumAsked,
              sumAnswered,
              combine(OprfElement.GENERATOR, server, proof),
              combine(sumAsked, sumAnswered, proof));
      return expected.equals(proof.challenge());
    } catch (IllegalArgumentException infinity) {
      return false;
    }
  }

  /** response times one, plus challenge times the other; nothing secret in it. */
  private static OprfElement combine(OprfElement one, OprfElement other, OprfProof proof) {
    return new OprfElement(
        one.point().multiply(proof.response()).add(other.point().multiply(proof.challenge())));
  }

  private BigInteger[] weights(
      OprfElement server, List<OprfElement> asked, List<OprfElement> answered) {
    var key = server.bytes();
    var tag = Bytes.join(Bytes.of("Seed-"), oprf.context());
    var seed = Digests.sha256(Oprf.length(key), key, Oprf.length(tag), tag);
    var weights = new BigInteger[asked.size()];
    for (var i = 0; i < weights.length; i++) {
      var one = asked.get(i).bytes();
      var other = answered.get(i).bytes();
      var message =
          Bytes.join(
              Oprf.length(seed),
              seed,
              Oprf.shortNumber(i),
              Oprf.length(one),
              one,
              Oprf.length(other),
              other,
              Bytes.of("Composite"));
      weights[i] = oprf.hashToScalar(message, "HashToScalar-");
    }
    return weights;
  }

  private static OprfElement sum(List<OprfElement> elements, BigInteger[] weights) {
    ECPoint sum = OprfElement.CURVE.getInfinity();
    for (var i = 0; i < weights.length; i++) {
      sum = sum.add(elements.get(i).point().multiply(weights[i]));
    }
    return new OprfElement(sum);
  }

  private BigInteger challenge(OprfElement... elements) {
    var parts = new byte[0];
    for (var element : elements) {
      var bytes = element.bytes();
      parts = Bytes.join(parts, Oprf.length(bytes), bytes);
    }
    return oprf.hashToScalar(Bytes.join(parts, Bytes.of("Challenge")), "HashToScalar-");
  }
}
