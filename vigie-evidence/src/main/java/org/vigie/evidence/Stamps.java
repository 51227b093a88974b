package org.vigie.evidence;

import java.util.List;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.timestamp.CertificateChain;
import org.vigie.ledger.timestamp.TimeStampToken;

/** Checks one time-stamp. */
final class Stamps {

  private Stamps() {}

  static CheckResult check(String size, Hash imprint, byte[] reply, CertificateChain authorities)
      throws LedgerRefused {
    var token = TimeStampToken.parseReply(reply);
    var signer = token.verify(imprint, authorities.certificates(), authorities.roots());
    return CheckResult.ok(
        "stamp", size, token.time().toString(), signer.getSubjectX500Principal().getName());
  }

  /** A receipt brings no roots, so it is left to the reader whether the signer is an authority. */
  static CheckResult checkWithoutRoot(String size, Hash imprint, byte[] reply)
      throws LedgerRefused {
    var token = TimeStampToken.parseReply(reply);
    var signer = token.signer(imprint, List.of());
    return CheckResult.ok(
        "stamp.without-root",
        size,
        token.time().toString(),
        signer.getSubjectX500Principal().getName());
  }
}
