package org.vigie.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.kernel.Secret;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.LeafCommitment;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.NoteSigner;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.ledger.SignatureType;

/** The machine stops before, within and after every step of every write of a log. */
class CustodyLogCrashTest {

  private static final Instant START = Instant.parse("2026-03-01T00:17:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BATCHES_BEFORE = 15;

  @TempDir Path temp;

  private Instant now = START;

  @Test
  void S_09_a_stop_at_any_step_of_a_publication_leaves_the_old_or_the_new_log() throws Exception {
    var entry = LeafCommitment.dummy(RANDOM);
    var published = 0;
    var step = 0;
    for (var stopped = true; stopped; step++) {
      now = START;
      var folder = Files.createDirectory(temp.resolve("publish" + step));
      var log = logBefore(folder, entry);
      var old = log.checkpoint().checkpoint();
      now = now.plus(Duration.ofHours(1));

      stopped = stops(folder, step, CustodyLogCrashTest::publish);

      var reopened = open(folder, new DiskActions());
      var size = reopened.checkpoint().checkpoint().size();
      assertThat(size).isIn(old.size(), old.size() + 16);
      assertThat(
              reopened
                  .consistency(old.size(), size)
                  .verifies(old.root(), reopened.checkpoint().checkpoint().root()))
          .isTrue();
      // The entry is waiting or published: never both, never neither.
      assertThat(reopened.find(entry).isPresent()).isEqualTo(size > old.size());
      assertThat(reopened.waiting()).isEqualTo(size > old.size() ? 0 : 1);
      publish(reopened);
      assertThat(reopened.checkpoint().checkpoint().size()).isEqualTo(old.size() + 16);
      var proof = reopened.prove(reopened.find(entry).orElseThrow());
      assertThat(proof.verify(entry, reopened.keys())).isNotEmpty();
      assertThat(open(folder, new DiskActions()).checkpoint()).isEqualTo(reopened.checkpoint());
      published += size > old.size() ? 1 : 0;
    }
    // It stopped often enough to have crossed the queue, tiles and both checkpoints.
    assertThat(step).isGreaterThan(30);
    assertThat(published).isBetween(1, step - 1);
  }

  @Test
  void S_09_a_stop_at_any_step_of_a_submission_loses_nothing_accepted() throws Exception {
    var step = 0;
    for (var stopped = true; stopped; step++) {
      var folder = Files.createDirectory(temp.resolve("submit" + step));
      var first = LeafCommitment.dummy(RANDOM);
      open(folder, new DiskActions()).submit(first);
      var second = LeafCommitment.dummy(RANDOM);

      stopped = stops(folder, step, log -> log.submit(second));

      var reopened = open(folder, new DiskActions());
      assertThat(reopened.waiting()).isIn(stopped ? List.of(1, 2) : List.of(2));
      reopened.submit(second);
      assertThat(reopened.waiting()).isEqualTo(2);
    }
    assertThat(step).isGreaterThan(3);
  }

  @Test
  void S_09_a_log_whose_disk_failed_goes_on_when_it_works_again() throws Exception {
    var entry = LeafCommitment.dummy(RANDOM);
    for (var step = 0; step < 20; step++) {
      now = START;
      var folder = Files.createDirectory(temp.resolve("full" + step));
      logBefore(folder, entry);
      now = now.plus(Duration.ofHours(1));
      var disk = new FailingOnce(step);
      var log = open(folder, disk);

      assertThatThrownBy(() -> publish(log)).isInstanceOf(UncheckedIOException.class);
      publish(log);

      assertThat(log.checkpoint().checkpoint().size()).isEqualTo(16L * (BATCHES_BEFORE + 1));
      assertThat(log.waiting()).isZero();
      assertThat(open(folder, new DiskActions()).checkpoint()).isEqualTo(log.checkpoint());
    }
  }

  private CustodyLog logBefore(Path folder, LeafCommitment entry) throws LedgerRefused {
    var log = open(folder, new DiskActions());
    for (var i = 0; i < BATCHES_BEFORE; i++) {
      now = now.plus(Duration.ofHours(1));
      publish(log);
    }
    log.submit(entry);
    return log;
  }

  private boolean stops(Path folder, int step, java.util.function.Consumer<CustodyLog> work)
      throws LedgerRefused {
    var log = open(folder, new StoppingAt(step));
    try {
      work.accept(log);
      return false;
    } catch (Stopped e) {
      return true;
    }
  }

  private static void publish(CustodyLog log) {
    var _ = log.publishIfDue(PublicationSchedule.HOURLY);
  }

  private CustodyLog open(Path folder, FileActions actions) throws LedgerRefused {
    return CustodyLog.open(new FileLogStore(folder, actions), List.of(signer()), RANDOM, () -> now);
  }

  private static NoteSigner signer() {
    try (var seed = Secret.take(new byte[32])) {
      return NoteSigner.ofSeed("vigie.example/custody/1", SignatureType.ED25519, seed);
    }
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Stops before the n-th action; a write is stopped half-way, with the file cut. */
  private static final class StoppingAt implements FileActions {

    private final DiskActions disk = new DiskActions();
    private int left;

    StoppingAt(int step) {
      left = step;
    }

    private boolean isNow() {
      return left-- == 0;
    }

    private void step() {
      if (isNow()) {
        throw new Stopped();
      }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
      step();
      disk.makeFolder(folder);
    }

    @Override
    public void writeAndForce(Path file, byte[] content) throws IOException {
      step();
      if (isNow()) {
        disk.writeAndForce(file, Arrays.copyOf(content, content.length / 2));
        throw new Stopped();
      }
      disk.writeAndForce(file, content);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
      step();
      disk.rename(from, to);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
      step();
      disk.forceFolder(folder);
    }

    @Override
    public void remove(Path file) throws IOException {
      // Hundreds of these in a row leave nothing that differs.
      if (file.toString().endsWith(".p/16")) {
        step();
      }
      disk.remove(file);
    }
  }

  /** A disk that is full for one action. */
  private static final class FailingOnce implements FileActions {

    private final DiskActions disk = new DiskActions();
    private int left;

    FailingOnce(int step) {
      left = step;
    }

    private void step() throws IOException {
      if (left-- == 0) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
      disk.makeFolder(folder);
    }

    @Override
    public void writeAndForce(Path file, byte[] content) throws IOException {
      step();
      disk.writeAndForce(file, content);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
      step();
      disk.rename(from, to);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
      step();
      disk.forceFolder(folder);
    }

    @Override
    public void remove(Path file) throws IOException {
      disk.remove(file);
    }
  }

  @Test
  void refuses_paths_that_are_none_of_a_logs() {
    var store = new FileLogStore(temp);

    Stream.of("../x", "/etc/x", "a\0b", "A", "")
        .forEach(path ->
            assertThatThrownBy(() -> store.read(path))
                .isInstanceOf(IllegalArgumentException.class));
    assertThat(store.read("absent/file")).isEmpty();
  }
}
