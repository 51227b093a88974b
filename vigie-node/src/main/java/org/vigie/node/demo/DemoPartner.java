package org.vigie.node.demo;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.Secret;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.NoteSigner;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.ledger.SignatureType;
import org.vigie.ledger.Witness;
import org.vigie.ledger.WitnessRequest;
import org.vigie.ledger.store.MemoryLogStore;
import org.vigie.node.demo.story.Bilingual;
import org.vigie.node.shell.SignedIn;
import org.vigie.node.witness.PartnerNames;
import org.vigie.node.witness.WatchedLogs;
import org.vigie.node.witness.Witnesses;

/**
 * An invented partner house that cosigns this log and has its own cosigned, by the texts that
 * keepers carry as files. Its signatures are real; its keys and memory last no longer than the
 * furnishing, so that what comes later waits for a file that nobody brings.
 */
final class DemoPartner {

  private static final Bilingual NAME =
      new Bilingual("The Semaphore (invented house)", "Le Sémaphore (maison inventée)");
  private static final PublicationSchedule AT_ONCE =
      new PublicationSchedule(Duration.ofSeconds(1), 64);

  private final Parts parts;
  private final DemoClock clock;
  private final String name;

  DemoPartner(Parts parts, DemoClock clock, Language language) {
    this.parts = parts;
    this.clock = clock;
    this.name = NAME.in(language);
  }

  /** The houses exchange keys, and each cosigns what the other has published so far. */
  void meet(SignedIn keeper) throws Refusal {
    cosignOurs(keeper);
    cosignTheirs(keeper);
  }

  private void cosignOurs(SignedIn keeper) throws Refusal {
    var ours = parts.part(Witnesses.class);
    var partner =
        Witness.open(signer(SignatureType.ED25519_COSIGNATURE), new MemoryLogStore(), clock);
    partner.watch(ours.logKey());
    if (!(ours.add(partner.key().text(), "") instanceof Witnesses.Typed.Added(var asked))) {
      throw new IllegalStateException("the partner's key was not taken");
    }
    parts.part(PartnerNames.class).name(keeper, asked.id(), name);
    ours.need(1);
    var _ = partner.answer(WitnessRequest.parse(ours.request(asked).encoded()));
    var answer = partner.logs().getFirst().last().orElseThrow().encoded();
    if (ours.take(asked, answer) != Witnesses.Answered.COSIGNED) {
      throw new IllegalStateException("the partner's cosignature was not taken");
    }
  }

  private void cosignTheirs(SignedIn keeper) throws Refusal {
    var watched = parts.part(WatchedLogs.class);
    var log =
        CustodyLog.open(
            new MemoryLogStore(),
            List.of(signer(SignatureType.ED25519)),
            parts.part(SecureRandom.class),
            clock);
    log.publishIfDue(AT_ONCE);
    watched.add(log.keys().getFirst().text());
    var filed = watched.file(new WitnessRequest(0, List.of(), log.checkpoint()).encoded());
    var named = filed.log().orElseThrow(() -> new IllegalStateException("a log that is unknown"));
    parts.part(PartnerNames.class).name(keeper, WatchedLogs.id(named), name);
  }

  private NoteSigner signer(SignatureType type) {
    var random = parts.part(SecureRandom.class);
    var seed = new byte[32];
    random.nextBytes(seed);
    try (var secret = Secret.take(seed)) {
      return NoteSigner.ofSeed("vigie.invalid/semaphore-" + (random.nextInt() >>> 1), type, secret);
    }
  }
}
