package org.vigie.ledger.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.kernel.Secret;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.ledger.Checkpoint;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.MerkleTree;
import org.vigie.ledger.NoteSigner;
import org.vigie.ledger.SignatureType;
import org.vigie.ledger.SignedNote;
import org.vigie.ledger.Witness;
import org.vigie.ledger.WitnessAnswer;
import org.vigie.ledger.WitnessRequest;

/**
 * A process that is asked to cosign, at each size, either of two histories at random, and says what
 * it signed until it is killed.
 */
public final class SigningUntilKilled {

  private static final NoteSigner LOG = signer("log.example/1", SignatureType.ED25519, 1);

  /** So few lines nobody read yet, that after all kills the witness still remembers each size. */
  private static final int AHEAD = 12;

  private final Witness witness;
  private final SecureRandom random = new SecureRandom();
  private final List<Hash> leaves = new ArrayList<>();

  private SigningUntilKilled(Path folder) throws LedgerRefused {
    var key = signer("witness.example/1", SignatureType.ED25519_COSIGNATURE, 2);
    witness = Witness.open(key, new FileLogStore(folder), Clock.systemUTC());
    witness.watch(LOG.key());
  }

  private static NoteSigner signer(String name, SignatureType type, int number) {
    var seed = new byte[NoteSigner.SEED_LENGTH];
    Arrays.fill(seed, (byte) number);
    return NoteSigner.ofSeed(name, type, Secret.take(seed));
  }

  /**
   * Signs in {@code arguments[0]}, a line for each signature; but for the first few, each once
   * another byte has come.
   */
  @SuppressForbidden(reason = "speaks to the test that started it")
  public static void main(String... arguments) throws Exception {
    var process = new SigningUntilKilled(Path.of(arguments[0]));
    for (var said = 0; said < AHEAD || System.in.read() >= 0; said++) {
      System.out.println("signed " + process.next());
      System.out.flush();
    }
  }

  private long kept() throws LedgerRefused {
    var last = witness.logs().getFirst().last();
    return last.isPresent() ? last.get().checkpoint().size() : 0;
  }

  /** Size and root of the next signature. */
  private String next() throws LedgerRefused {
    var old = kept();
    recall(old);
    if (old > 0 && answer(old, 1 - letter(old)) instanceof WitnessAnswer.Cosigned) {
      throw new AssertionError("signed a second root of one size");
    }
    var letter = random.nextInt(2);
    if (!(answer(old + 1, letter) instanceof WitnessAnswer.Cosigned)) {
      throw new AssertionError("refused what extends the last");
    }
    leaves.add(leaf(old + 1, letter));
    return (old + 1) + " " + MerkleTree.of(leaves).root();
  }

  /** Finds the leaves under the root that is remembered: after a kill, the last is unknown. */
  private void recall(long size) throws LedgerRefused {
    while (leaves.size() < size) {
      var at = leaves.size() + 1;
      leaves.add(leaf(at, 0));
      var note = noteOf(at);
      if (!MerkleTree.of(leaves).root().equals(note)) {
        leaves.set(at - 1, leaf(at, 1));
      }
    }
  }

  /** The root remembered of a size; the last 256 are there. */
  private Hash noteOf(int size) throws LedgerRefused {
    var request = new WitnessRequest(size, List.of(), note(size, Hash.ofNothing()));
    if (witness.answer(request) instanceof WitnessAnswer.Conflict(var _, var kept)
        && kept != null) {
      return kept.checkpoint().root();
    }
    throw new AssertionError("a witness that remembers refuses");
  }

  private int letter(long size) {
    return leaves.get((int) size - 1).equals(leaf(size, 1)) ? 1 : 0;
  }

  private static Hash leaf(long size, int letter) {
    return Hash.ofLeaf(size + (letter == 0 ? "a" : "b"));
  }

  private WitnessAnswer answer(long size, int letter) {
    var all = new ArrayList<>(leaves.subList(0, (int) size - 1));
    all.add(leaf(size, letter));
    var tree = MerkleTree.of(all);
    var old = Math.min(size, leaves.size());
    var path = old == size ? List.<Hash>of() : tree.consistency(old, size).path();
    return witness.answer(new WitnessRequest(old, path, note(size, tree.root())));
  }

  private static SignedNote note(long size, Hash root) {
    var text = new Checkpoint(LOG.key().name(), size, root).text();
    return SignedNote.sign(text, List.of(LOG), Clock.systemUTC().instant());
  }
}
