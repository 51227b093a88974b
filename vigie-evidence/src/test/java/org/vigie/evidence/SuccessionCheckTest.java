package org.vigie.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.LeafCommitment;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.LogFounding;
import org.vigie.ledger.LogSuccession;
import org.vigie.ledger.NoteSigner;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.ledger.SignatureType;
import org.vigie.ledger.store.MemoryLogStore;

/** One log in the place of another, as a stranger checks it. */
@SuppressWarnings("NullAway.Init")
class SuccessionCheckTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final NoteSigner OLD = Packages.signer(1);
  private static final NoteSigner NEXT =
      Packages.signer("vigie.example/custody/2", SignatureType.ED25519, 2);

  @TempDir Path temp;

  private final MemoryLogStore store = new MemoryLogStore();
  private final LeafCommitment early = LeafCommitment.dummy(RANDOM);
  private final LeafCommitment late = LeafCommitment.dummy(RANDOM);
  private Instant now = Packages.PUBLISHED;
  private CustodyLog old;
  private CustodyLog next;
  private LogSuccession succession;

  @BeforeEach
  void one_entry_before_and_one_after_what_witnesses_share() throws LedgerRefused {
    old = CustodyLog.open(store, List.of(OLD), RANDOM, () -> now);
    publish(old, early);
    publish(old, late);
    var begun = new MemoryLogStore();
    var note = LogFounding.found(store, OLD, 16, begun, NEXT, () -> now);
    next = CustodyLog.open(begun, List.of(NEXT), RANDOM, () -> now);
    succession = new LogSuccession(note, old.witnessed(16), next.prove(0));
  }

  private void publish(CustodyLog log, LeafCommitment entry) {
    log.submit(entry);
    assertThat(log.publishIfDue(PublicationSchedule.HOURLY)).isPresent();
    now = now.plusSeconds(3600);
  }

  private Path receipt(CustodyLog log, LeafCommitment entry, String name) throws Exception {
    var proof = log.proveEarliest(log.find(entry).orElseThrow());
    return Files.writeString(
        temp.resolve(name), Receipt.of(entry, log.keys(), proof, List.of()).text());
  }

  private Path begun() throws Exception {
    return Files.writeString(temp.resolve("begun.txt"), succession.text());
  }

  private static List<String> keys(List<CheckResult> results) {
    return results.stream().map(CheckResult::key).toList();
  }

  @Test
  void S_72_old_receipts_hold_under_the_old_key_and_name_after_another_log_was_begun()
      throws Exception {
    var ended = CustodyLog.ended(store, OLD.key(), RANDOM, () -> now);
    var trusted = List.of(OLD.key().text());
    var results = PackageCheck.check(List.of(receipt(ended, early, "early.txt")), trusted);
    assertThat(results).noneMatch(CheckResult::isFailure);
    assertThat(keys(results)).contains("receipt.proof", "key.known");
    assertThat(
            keys(
                PackageCheck.check(
                    List.of(receipt(ended, early, "early.txt"), begun()), List.of())))
        .contains("receipt.proof", "begun", "begun.left", "log.one-history")
        .doesNotContain("begun.beyond");
  }

  @Test
  void S_72_a_receipt_from_beyond_what_witnesses_share_is_named_as_such() throws Exception {
    var beyond = PackageCheck.check(List.of(receipt(old, late, "late.txt"), begun()), List.of());
    assertThat(beyond).noneMatch(CheckResult::isFailure);
    assertThat(beyond)
        .filteredOn(result -> result.key().equals("begun.beyond"))
        .extracting(CheckResult::details)
        .containsExactly(List.of(OLD.key().name(), "32", "16"));
    var again = PackageCheck.check(List.of(receipt(next, late, "again.txt"), begun()), List.of());
    assertThat(again).noneMatch(CheckResult::isFailure);
    assertThat(keys(again)).contains("receipt.proof").doesNotContain("begun.beyond");
  }

  @Test
  void S_72_the_file_is_told_in_words_and_refused_when_it_was_changed() throws Exception {
    var file = begun();
    assertThat(run(Locale.ENGLISH, file))
        .contains(
            "ok      the log vigie.example/custody/2 was begun",
            "in the place of the log vigie.example/custody/1",
            "it rests on the first 16 entries of the old one",
            "note    the house held 32 entries");
    assertThat(run(Locale.FRENCH, file)).contains("a été commencé", "à la place du registre");
    Files.writeString(file, succession.text().replace("agreed 16 ", "agreed 15 "));
    assertThat(keys(PackageCheck.check(file))).containsExactly("begun.refused");
    assertThat(run(Locale.ENGLISH, file)).contains("FAILED  the beginning of a log does not hold");
  }

  private static String run(Locale locale, Path file) {
    var out = new ByteArrayOutputStream();
    var print = new PrintStream(out, true, UTF_8);
    new VerifyCommand(print, print, locale, "verify").run(List.of(file.toString()));
    return out.toString(UTF_8);
  }
}
