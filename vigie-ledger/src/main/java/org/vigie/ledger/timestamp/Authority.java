package org.vigie.ledger.timestamp;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.ledger.LedgerRefused;

/** Whether a certificate is that of a time-stamping authority under a trusted root. */
final class Authority {

  private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
  private static final String KEY_USE_EXTENSION = "2.5.29.37";
  private static final String UNTRUSTED = "ledger.untrusted-authority";

  private Authority() {}

  /** RFC 3161, section 2.3: the key serves time-stamping alone, and the extension is critical. */
  static void requireTrusted(
      X509Certificate signer,
      Collection<X509Certificate> known,
      Collection<X509Certificate> roots,
      Instant at)
      throws LedgerRefused {
    var critical = signer.getCriticalExtensionOIDs();
    if (critical == null || !critical.contains(KEY_USE_EXTENSION) || !stampsOnly(signer)) {
      throw new LedgerRefused(UNTRUSTED);
    }
    // openssl's example authority is its own root; a path of no certificates needs no builder.
    if (roots.contains(signer)) {
      if (at.isBefore(signer.getNotBefore().toInstant())
          || at.isAfter(signer.getNotAfter().toInstant())) {
        throw new LedgerRefused(UNTRUSTED);
      }
      return;
    }
    requirePath(signer, known, roots, at);
  }

  private static boolean stampsOnly(X509Certificate signer) {
    try {
      return List.of(TIME_STAMPING).equals(signer.getExtendedKeyUsage());
    } catch (CertificateParsingException e) {
      return false;
    }
  }

  private static void requirePath(
      X509Certificate signer,
      Collection<X509Certificate> known,
      Collection<X509Certificate> roots,
      Instant at)
      throws LedgerRefused {
    var anchors =
        roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
    if (anchors.isEmpty()) {
      throw new LedgerRefused(UNTRUSTED);
    }
    var target = new X509CertSelector();
    target.setCertificate(signer);
    try {
      var parameters = new PKIXBuilderParameters(anchors, target);
      parameters.setDate(Date.from(at));
      // Offline by promise: revocation is what yearly re-stamping is for.
      parameters.setRevocationEnabled(false);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
      var _ = CertPathBuilder.getInstance("PKIX").build(parameters);
    } catch (CertPathBuilderException | InvalidAlgorithmParameterException e) {
      throw new LedgerRefused(UNTRUSTED);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot check certificate paths", e);
    }
  }
}
