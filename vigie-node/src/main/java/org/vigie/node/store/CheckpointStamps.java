package org.vigie.node.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.SignedNote;
import org.vigie.ledger.timestamp.CertificateChain;
import org.vigie.ledger.timestamp.TimeStampClient;
import org.vigie.ledger.timestamp.TimeStampToken;

/**
 * Time-stamps of the custody log's checkpoints by an authority outside, if the house chose one (RFC
 * 3161). Protects against backdating by the house; the authority learns a hash an hour and the
 * address it comes from, and never what was kept or whether anything was. Safe for use by several
 * threads.
 */
public final class CheckpointStamps {

  private static final System.Logger LOG = System.getLogger(CheckpointStamps.class.getName());

  private final CustodyLog log;
  private final @Nullable TimeStampClient authority;
  private final Path certificates;

  /**
   * Stamps for {@code log}.
   *
   * @param authority whom to ask; null for nobody
   * @param certificates a PEM file with the authority's certificates, its root included; may be
   *     missing
   */
  CheckpointStamps(CustodyLog log, @Nullable TimeStampClient authority, Path certificates) {
    this.log = log;
    this.authority = authority;
    this.certificates = certificates;
  }

  /** Has the newest checkpoint stamped, unless it is; an authority that is away is asked again. */
  void renew() {
    if (authority == null) {
      return;
    }
    var note = log.checkpoint();
    try {
      var size = note.checkpoint().size();
      if (size > 0 && log.timeStamp(size).isEmpty()) {
        log.keepTimeStamp(size, authority.stamp(note.encoded().getBytes(UTF_8)));
      }
    } catch (IOException | LedgerRefused later) {
      LOG.log(Level.WARNING, "the time-stamping authority gave no time-stamp; it is asked again");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The reply kept for {@code note}, if it holds under the authority's certificates: only such a
   * one can be checked by a stranger.
   */
  public Optional<byte[]> of(SignedNote note) throws IOException, LedgerRefused {
    var kept = log.timeStamp(note.checkpoint().size());
    if (kept.isEmpty()) {
      return kept;
    }
    var chain = authorities();
    try {
      var imprint = Hash.sha256(note.encoded().getBytes(UTF_8));
      var _ =
          TimeStampToken.parseReply(kept.get())
              .verify(imprint, chain.certificates(), chain.roots());
      return kept;
    } catch (LedgerRefused untrusted) {
      return Optional.empty();
    }
  }

  /** The authority's certificates; none if nobody gave them. */
  public CertificateChain authorities() throws IOException, LedgerRefused {
    return Files.exists(certificates)
        ? CertificateChain.parse(Files.readAllBytes(certificates))
        : new CertificateChain(List.of());
  }
}
