package org.vigie.ledger.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.vigie.ledger.LedgerRefused;

/** Who signed a token and over what: RFC 5652, section 5.3, as RFC 3161 and RFC 5816 narrow it. */
final class SignerInfo {

  private static final String BAD = "ledger.bad-time-stamp-signature";
  private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
  private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
  private static final String SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
  private static final String SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
  private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";

  private final DerValue signerId;
  private final String digestOid;
  private final DerValue attributes;
  private final DerValue algorithm;
  private final byte[] signature;

  SignerInfo(DerValue signerInfo) throws LedgerRefused {
    var parts = signerInfo.children();
    DerValue.require(parts.size() >= 6);
    signerId = parts.get(1);
    digestOid = parts.get(2).expect(DerValue.SEQUENCE).child(0).oid();
    attributes = parts.get(3).expect(DerValue.CONTEXT_0);
    algorithm = parts.get(4).expect(DerValue.SEQUENCE);
    signature = parts.get(5).expect(DerValue.OCTET_STRING).content();
  }

  X509Certificate verify(byte[] content, Collection<X509Certificate> known) throws LedgerRefused {
    var digest = TimeStampToken.digest(digestOid).digest(content);
    var stated = attribute(MESSAGE_DIGEST).expect(DerValue.OCTET_STRING).content();
    require(MessageDigest.isEqual(digest, stated));
    require(attribute(CONTENT_TYPE).oid().equals(TST_INFO));
    for (var certificate : known) {
      if (isNamed(certificate)) {
        require(isSigningCertificate(certificate));
        require(signs(certificate));
        return certificate;
      }
    }
    throw new LedgerRefused("ledger.untrusted-authority");
  }

  private static void require(boolean holds) throws LedgerRefused {
    if (!holds) {
      throw new LedgerRefused(BAD);
    }
  }

  private boolean isNamed(X509Certificate certificate) throws LedgerRefused {
    if (signerId.tag() != DerValue.SEQUENCE) {
      // A key identifier instead of a name: the signing-certificate attribute decides alone.
      return isSigningCertificate(certificate);
    }
    BigInteger serial = signerId.child(1).integer();
    return serial.equals(certificate.getSerialNumber())
        && MessageDigest.isEqual(
            signerId.child(0).encoded(), certificate.getIssuerX500Principal().getEncoded());
  }

  /** RFC 5816: the attribute under the signature says which certificate is meant. */
  private boolean isSigningCertificate(X509Certificate certificate) throws LedgerRefused {
    try {
      var encoded = certificate.getEncoded();
      var second = find(SIGNING_CERTIFICATE_V2);
      if (second != null) {
        var parts = second.child(0).child(0).children();
        DerValue.require(!parts.isEmpty());
        var named = parts.getFirst().tag() == DerValue.SEQUENCE;
        DerValue.require(!named || parts.size() > 1);
        var digest =
            named
                ? TimeStampToken.digest(parts.getFirst().child(0).oid())
                : TimeStampToken.digestNamed("SHA-256");
        return MessageDigest.isEqual(digest.digest(encoded), parts.get(named ? 1 : 0).content());
      }
      // RFC 3161's own attribute knows SHA-1 only; the chain to the root is what convinces.
      var first = attribute(SIGNING_CERTIFICATE).child(0).child(0).child(0);
      return MessageDigest.isEqual(
          TimeStampToken.digestNamed("SHA-1").digest(encoded), first.content());
    } catch (CertificateEncodingException e) {
      return false;
    }
  }

  private boolean signs(X509Certificate certificate) throws LedgerRefused {
    try {
      var verifier = signature();
      verifier.initVerify(certificate.getPublicKey());
      // RFC 5652, section 5.4: signed as a SET, although sent under the tag [0].
      var signed = attributes.encoded();
      signed[0] = DerValue.SET;
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException | IOException e) {
      return false;
    }
  }

  private Signature signature() throws GeneralSecurityException, IOException, LedgerRefused {
    var oid = algorithm.child(0).oid();
    var plain = TimeStampToken.digest(digestOid).getAlgorithm().replace("-", "");
    return switch (oid) {
      case "1.2.840.113549.1.1.1" -> Signature.getInstance(plain + "withRSA");
      case "1.2.840.113549.1.1.11" -> Signature.getInstance("SHA256withRSA");
      case "1.2.840.113549.1.1.12" -> Signature.getInstance("SHA384withRSA");
      case "1.2.840.113549.1.1.13" -> Signature.getInstance("SHA512withRSA");
      case "1.2.840.113549.1.1.10" -> pss();
      case "1.2.840.10045.2.1" -> Signature.getInstance(plain + "withECDSA");
      case "1.2.840.10045.4.3.2" -> Signature.getInstance("SHA256withECDSA");
      case "1.2.840.10045.4.3.3" -> Signature.getInstance("SHA384withECDSA");
      case "1.2.840.10045.4.3.4" -> Signature.getInstance("SHA512withECDSA");
      case "1.3.101.112" -> Signature.getInstance("Ed25519");
      default -> throw new LedgerRefused("ledger.unknown-algorithm");
    };
  }

  private Signature pss() throws GeneralSecurityException, IOException, LedgerRefused {
    var parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
    parameters.init(algorithm.child(1).encoded());
    var signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(parameters.getParameterSpec(PSSParameterSpec.class));
    return signature;
  }

  private DerValue attribute(String oid) throws LedgerRefused {
    var found = find(oid);
    if (found == null) {
      throw new LedgerRefused(BAD);
    }
    return found;
  }

  private @Nullable DerValue find(String oid) throws LedgerRefused {
    DerValue found = null;
    for (var attribute : attributes.children()) {
      if (attribute.expect(DerValue.SEQUENCE).child(0).oid().equals(oid)) {
        require(found == null);
        var values = attribute.child(1).expect(DerValue.SET).children();
        require(values.size() == 1);
        found = values.getFirst();
      }
    }
    return found;
  }
}
