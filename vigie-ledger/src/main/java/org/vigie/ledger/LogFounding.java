package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Founds a log that takes the place of another. Its first entry commits to the beginning that both
 * keys signed; then come, in their order, all entries of the old log that its witnesses do not
 * share, so that nothing accepted is without a place that new witnesses sign; what waited in the
 * old log waits in the new. The old log's files are not touched.
 */
public final class LogFounding {

  /** The signed beginning, written last: without it the new log does not count. */
  public static final String BEGUN = "begun";

  private static final String CHECKPOINT = "checkpoint";
  private static final String DAMAGED = "ledger.damaged-log";

  private final LogStore old;
  private final MerkleTree tree = new MerkleTree();
  private final HashRun entries = new HashRun();

  private LogFounding(LogStore old) {
    this.old = old;
  }

  /**
   * Founds a log in an empty store.
   *
   * @param old where the old log lies, with no publication under way
   * @param ended signs for the old log
   * @param agreed entries of its last checkpoint that witnesses share; 0 where there is none
   * @param next where the new log will lie
   * @param signer signs for the new log, under its name
   * @return what both signed
   * @throws LedgerRefused {@code ledger.damaged-log} if the old log's files do not give the root it
   *     signed; {@code ledger.malformed-checkpoint} if it kept none of that size
   */
  public static SignedNote found(
      LogStore old,
      NoteSigner ended,
      long agreed,
      LogStore next,
      NoteSigner signer,
      InstantSource clock)
      throws LedgerRefused {
    return new LogFounding(old).found(ended, agreed, next, signer, clock);
  }

  private SignedNote found(
      NoteSigner ended, long agreed, LogStore next, NoteSigner signer, InstantSource clock)
      throws LedgerRefused {
    var left = read(ended.key());
    if (agreed > left.size() || (agreed > 0 && old.read("checkpoints/" + agreed).isEmpty())) {
      throw new LedgerRefused("ledger.malformed-checkpoint");
    }
    var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var shared = new Checkpoint(left.origin(), agreed, tree.root(agreed));
    var beginning = new LogBeginning(ended.key(), shared, left, signer.key(), at);
    var note = SignedNote.sign(beginning.text(), List.of(ended, signer), at);
    var first = new HashRun();
    first.add(LogSuccession.entry(note).value());
    for (var index = agreed; index < left.size(); index++) {
      first.add(entries.get(index));
    }
    write(next, signer, first, clock);
    next.write(BEGUN, note.encoded().getBytes(UTF_8));
    return note;
  }

  private Checkpoint read(NoteKey key) throws LedgerRefused {
    var kept = old.read(CHECKPOINT).orElseThrow(() -> new LedgerRefused(DAMAGED));
    var note = SignedNote.parse(new String(kept, UTF_8));
    note.verify(List.of(key));
    var left = note.checkpoint();
    for (var tile : Tiles.added(0, left.size())) {
      if (tile.level() < 0) {
        var bundle = old.read(tile.path()).orElseThrow(() -> new LedgerRefused(DAMAGED));
        Tiles.parseBundle(bundle, tile.width()).forEach(entry -> grow(tree, entries, entry));
      }
    }
    if (!left.root().equals(tree.root())) {
      throw new LedgerRefused(DAMAGED);
    }
    return left;
  }

  private static void grow(MerkleTree tree, HashRun entries, LeafCommitment entry) {
    entries.add(entry.value());
    tree.append(entry.leaf());
  }

  private void write(LogStore next, NoteSigner signer, HashRun first, InstantSource clock)
      throws LedgerRefused {
    var grown = new MerkleTree();
    for (var i = 0; i < first.size(); i++) {
      grown.append(new LeafCommitment(first.get(i)).leaf());
    }
    Tiles.added(0, grown.size())
        .forEach(tile -> next.write(tile.path(), tile.content(grown, first)));
    var text = new Checkpoint(signer.key().name(), grown.size(), grown.root()).text();
    var note = SignedNote.sign(text, List.of(signer), clock.instant()).encoded().getBytes(UTF_8);
    var waited = old.read(LogQueue.PATH);
    var queue = waited.isPresent() ? LogQueue.parse(waited.get()) : LogQueue.empty();
    var moved = new LogQueue(queue.last(), null, queue.waiting());
    next.write(LogQueue.PATH, moved.encoded());
    next.write("checkpoints/" + grown.size(), note);
    next.write(CHECKPOINT, note);
  }
}
