package org.vigie.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.timestamp.CertificateChain;
import org.vigie.ledger.timestamp.TimeStampToken;

/**
 * Checks time-stamps: the first on a checkpoint, each further one on the reply before it, made
 * while the certificate of that one's signer still held, so that it lives on when that one ends.
 */
final class Stamps {

  private Stamps() {}

  /**
   * What a chain of stamps shows. Without roots it is left to the reader whether the signers are
   * authorities.
   *
   * @param size of the checkpoint
   * @param imprint SHA-256 of the checkpoint
   */
  static List<CheckResult> check(
      String size, Hash imprint, List<byte[]> replies, CertificateChain authorities)
      throws LedgerRefused {
    var results = new ArrayList<CheckResult>();
    var stamped = imprint;
    var latest = Instant.MIN;
    var until = Instant.MAX;
    for (var reply : replies) {
      var token = TimeStampToken.parseReply(reply);
      var roots = authorities.roots();
      var signer =
          roots.isEmpty()
              ? token.signer(stamped, authorities.certificates())
              : token.verify(stamped, authorities.certificates(), roots);
      var time = token.time();
      if (time.isBefore(latest) || time.isAfter(until)) {
        throw new LedgerRefused("ledger.time-stamp-renewed-too-late");
      }
      var key = results.isEmpty() ? "stamp" : "stamp.renewed";
      results.add(
          CheckResult.ok(
              roots.isEmpty() ? key + ".without-root" : key,
              size,
              time.toString(),
              signer.getSubjectX500Principal().getName()));
      stamped = Hash.sha256(reply);
      latest = time;
      until = signer.getNotAfter().toInstant();
    }
    return results;
  }
}
