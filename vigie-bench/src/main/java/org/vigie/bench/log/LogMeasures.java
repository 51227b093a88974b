package org.vigie.bench.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.vigie.kernel.Secret;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.InclusionProof;
import org.vigie.ledger.LeafCommitment;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.MerkleTree;
import org.vigie.ledger.NoteSigner;
import org.vigie.ledger.PublicationSchedule;
import org.vigie.ledger.SignatureType;
import org.vigie.ledger.TlogProof;
import org.vigie.ledger.store.FileLogStore;
import org.vigie.ledger.store.MemoryLogStore;

/** The parts of the custody log, one by one, in a log that is already long. JMH runs it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LogMeasures {

  private static final PublicationSchedule EVERY_SECOND =
      new PublicationSchedule(Duration.ofSeconds(1), 256);
  private static final PublicationSchedule HOURLY = PublicationSchedule.HOURLY;

  /** Entries in the log. */
  @Param("100000")
  private int leaves;

  private final SecureRandom random = new SecureRandom();
  private final SplittableRandom order = new SplittableRandom(1);
  private Instant now = Instant.EPOCH;
  private Path folder = Path.of("");
  private MerkleTree tree = new MerkleTree();
  private LeafCommitment leaf = LeafCommitment.dummy(random);
  private int waiting;

  @SuppressWarnings("NullAway.Init")
  private CustodyLog published;

  @SuppressWarnings("NullAway.Init")
  private CustodyLog onDisk;

  @SuppressWarnings("NullAway.Init")
  private InclusionProof proof;

  /** JMH makes one. */
  public LogMeasures() {}

  /** Fills the logs. */
  @Setup(Level.Trial)
  public void fill() throws IOException, LedgerRefused {
    folder = Files.createTempDirectory("vigie-bench-log");
    for (var i = 0; i < leaves; i++) {
      tree.append(LeafCommitment.dummy(random).leaf());
    }
    published = open(new MemoryLogStore());
    while (published.checkpoint().checkpoint().size() < leaves) {
      now = now.plusSeconds(1);
      published.publishIfDue(EVERY_SECOND);
    }
    onDisk = open(new FileLogStore(folder));
    proof = tree.prove(leaves / 3);
  }

  private CustodyLog open(org.vigie.ledger.LogStore store) throws LedgerRefused {
    var signer =
        NoteSigner.ofSeed(
            "bench.invalid/log",
            SignatureType.ED25519,
            Secret.random(NoteSigner.SEED_LENGTH, random));
    return CustodyLog.open(store, List.of(signer), random, () -> now);
  }

  /** Removes what was written. */
  @TearDown(Level.Trial)
  public void remove() throws IOException {
    try (var all = Files.walk(folder)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Grows the tree by a leaf, in memory. */
  @Benchmark
  public long growTree() {
    tree.append(leaf.leaf());
    return tree.size();
  }

  /**
   * Accepts an entry so that it survives a power cut; every sixteenth time a batch is published.
   */
  @Benchmark
  public int append() {
    onDisk.submit(LeafCommitment.dummy(random));
    waiting = (waiting + 1) % HOURLY.batch();
    if (waiting == 0) {
      now = now.plus(HOURLY.period());
      onDisk.publishIfDue(HOURLY);
    }
    return waiting;
  }

  /** Proves some entry under the newest checkpoint. */
  @Benchmark
  public TlogProof prove() {
    return published.prove(order.nextInt(leaves));
  }

  /** Checks a proof. */
  @Benchmark
  public boolean check() {
    return proof.verifies(leaf.leaf(), leaf.value());
  }
}
