package org.vigie.imports.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.kernel.Certificates;

/**
 * A COSE_Sign1 over a claim (RFC 9052, section 4.2; C2PA 2.1, section 13.2), checked with the
 * certificate it brings. Protects against a claim that was changed after it was signed. Does not
 * protect against a certificate that anybody made: it says who signed, and nobody vouches for it.
 */
final class CoseSignature {

  private static final int SHORTEST_RSA = 2048;
  private static final int MOST_CERTIFICATES = 10;
  private static final int LARGEST_CERTIFICATE = 64 * 1024;
  private static final int ALGORITHM = 1;
  private static final int CHAIN = 33;

  private final byte[] protectedHeader;
  private final long algorithm;
  private final byte[] signature;
  private final List<X509Certificate> chain;
  private final boolean stamped;

  private CoseSignature(
      byte[] protectedHeader,
      long algorithm,
      byte[] signature,
      List<X509Certificate> chain,
      boolean stamped) {
    this.protectedHeader = protectedHeader;
    this.algorithm = algorithm;
    this.signature = signature;
    this.chain = List.copyOf(chain);
    this.stamped = stamped;
  }

  /** How a check ended. */
  enum Outcome {
    /** It holds with the key of its own certificate. */
    HOLDS,
    /** It does not: what it signs was changed, or the certificate is another. */
    FAILS,
    /** Its way of signing is not known here, or it brings no certificate. */
    UNKNOWN
  }

  static CoseSignature parse(byte[] cbor) throws Malformed {
    var item = Cbor.read(cbor);
    var parts = Cbor.list(item instanceof Cbor.Tagged tagged ? tagged.item() : item);
    if (parts.size() != 4) {
      throw new Malformed("no signature");
    }
    var protectedBytes = Cbor.bytes(parts.get(0));
    var signed =
        protectedBytes.length == 0 ? Map.<String, Object>of() : map(Cbor.read(protectedBytes));
    var open = map(parts.get(1));
    var algorithm = signed.get(Integer.toString(ALGORITHM));
    return new CoseSignature(
        protectedBytes,
        algorithm instanceof Long number ? number : 0,
        Cbor.bytes(parts.get(3)),
        certificates(signed, open),
        open.containsKey("sigTst") || open.containsKey("sigTst2"));
  }

  private static Map<String, Object> map(Object item) {
    return Cbor.map(item);
  }

  /** Version 2 signs the chain too; version 1 keeps it beside, under a number or a name. */
  private static List<X509Certificate> certificates(
      Map<String, Object> signed, Map<String, Object> open) {
    var all = new ArrayList<X509Certificate>();
    for (var header : List.of(signed, open)) {
      for (var key : List.of(Integer.toString(CHAIN), "x5chain")) {
        var chain = header.get(key);
        if (chain != null && all.isEmpty()) {
          var encoded = chain instanceof byte[] one ? List.<Object>of(one) : Cbor.list(chain);
          encoded.stream().limit(MOST_CERTIFICATES).forEach(one -> add(all, Cbor.bytes(one)));
        }
      }
    }
    return all;
  }

  private static void add(List<X509Certificate> all, byte[] encoded) {
    if (encoded.length == 0 || encoded.length > LARGEST_CERTIFICATE) {
      return;
    }
    try {
      all.add(Certificates.one(encoded));
    } catch (CertificateException unreadable) {
      // The signature then has one certificate less; without the first it cannot be checked.
      return;
    }
  }

  /** The certificates it brings, its own first. */
  List<X509Certificate> chain() {
    return chain;
  }

  /** Whether it brings a time stamp; that is not checked here. */
  boolean stamped() {
    return stamped;
  }

  /** The name of its way of signing, or empty. */
  String algorithm() {
    return switch ((int) algorithm) {
      case -7 -> "ES256";
      case -35 -> "ES384";
      case -36 -> "ES512";
      case -37 -> "PS256";
      case -38 -> "PS384";
      case -39 -> "PS512";
      case -8, -19 -> "EdDSA";
      default -> "";
    };
  }

  /** Checks it over a claim. */
  Outcome check(byte[] claim) {
    if (chain.isEmpty() || algorithm().isEmpty()) {
      return Outcome.UNKNOWN;
    }
    try {
      var verifier = verifier(chain.getFirst().getPublicKey());
      verifier.update(signed(claim));
      return verifier.verify(signature) ? Outcome.HOLDS : Outcome.FAILS;
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      return Outcome.FAILS;
    }
  }

  private Signature verifier(PublicKey key) throws GeneralSecurityException {
    if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA) {
      throw new GeneralSecurityException("short key");
    }
    var name = algorithm();
    var bits = name.substring(2);
    var verifier =
        switch (name.substring(0, 2)) {
          case "ES" -> Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
          case "PS" -> Signature.getInstance("RSASSA-PSS");
          default -> Signature.getInstance("Ed25519");
        };
    if (name.startsWith("PS")) {
      var hash = "SHA-" + bits;
      var salt = Integer.parseInt(bits) / 8;
      verifier.setParameter(
          new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1));
    }
    verifier.initVerify(key);
    return verifier;
  }

  /** What was signed (RFC 9052, section 4.4). */
  private byte[] signed(byte[] claim) {
    var context = "Signature1".getBytes(StandardCharsets.US_ASCII);
    var out = new ByteArrayOutputStream();
    out.writeBytes(Cbor.head(4, 4));
    out.writeBytes(Cbor.head(3, context.length));
    out.writeBytes(context);
    out.writeBytes(Cbor.head(2, protectedHeader.length));
    out.writeBytes(protectedHeader);
    out.writeBytes(Cbor.head(2, 0));
    out.writeBytes(Cbor.head(2, claim.length));
    out.writeBytes(claim);
    return out.toByteArray();
  }
}
