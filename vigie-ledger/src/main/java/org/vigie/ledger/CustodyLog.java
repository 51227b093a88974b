package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The custody log of a house: entries wait in a queue and are published in batches of one size;
 * each publication signs a checkpoint. Protects against rewriting and backdating once a checkpoint
 * has left the house; does not protect entries that were never published, nor say anything about
 * what they stand for. Safe for use by several threads of one process; one process a store.
 */
public final class CustodyLog {

  private static final String CHECKPOINT = "checkpoint";
  private static final String DAMAGED = "ledger.damaged-log";

  private final LogStore store;
  private final List<NoteSigner> signers;
  private final SecureRandom random;
  private final InstantSource clock;
  private final NoteKey key;
  private final MerkleTree tree = new MerkleTree();
  private final HashRun entries = new HashRun();
  private LogQueue queue;
  private final Cosignatures cosignatures;
  private StampList stamps;
  private SignedNote checkpoint;

  private CustodyLog(
      LogStore store,
      NoteKey key,
      List<NoteSigner> signers,
      SecureRandom random,
      InstantSource clock)
      throws LedgerRefused {
    this.store = store;
    this.key = key;
    this.signers = List.copyOf(signers);
    this.random = random;
    this.clock = clock;
    var kept = store.read(CHECKPOINT);
    this.checkpoint = kept.isPresent() ? SignedNote.parse(new String(kept.get(), UTF_8)) : signed();
    var waiting = store.read(LogQueue.PATH);
    this.queue = waiting.isPresent() ? LogQueue.parse(waiting.get()) : LogQueue.empty();
    var stamped = store.read(StampList.PATH);
    this.stamps = stamped.isPresent() ? StampList.parse(stamped.get()) : StampList.EMPTY;
    this.cosignatures = new Cosignatures(store);
    if (kept.isEmpty()) {
      store.write(CHECKPOINT, checkpoint.encoded().getBytes(UTF_8));
    } else {
      load();
    }
    recover();
  }

  /**
   * Opens a log, or founds it in an empty store, and finishes a publication that was interrupted.
   *
   * @param signers the first is the log's own key, named by its origin; further ones cosign
   * @param random for dummies and for the order within a batch
   * @throws LedgerRefused {@code ledger.damaged-log} if files are missing or do not give the signed
   *     root; the refusals of {@link SignedNote#verify} if another key signed the log
   */
  public static CustodyLog open(
      LogStore store, List<NoteSigner> signers, SecureRandom random, InstantSource clock)
      throws LedgerRefused {
    if (signers.isEmpty() || signers.getFirst().key().type() != SignatureType.ED25519) {
      throw new IllegalArgumentException("A log signs with an Ed25519 key of its own");
    }
    return new CustodyLog(store, signers.getFirst().key(), signers, random, clock);
  }

  /**
   * Opens a log that was ended: it proves what it holds, keeps further time-stamps and
   * cosignatures, and never publishes again.
   *
   * @param key its own
   * @throws LedgerRefused as {@link #open}
   */
  public static CustodyLog ended(
      LogStore store, NoteKey key, SecureRandom random, InstantSource clock) throws LedgerRefused {
    if (store.read(CHECKPOINT).isEmpty()) {
      throw new LedgerRefused(DAMAGED);
    }
    return new CustodyLog(store, key, List.of(), random, clock);
  }

  private void load() throws LedgerRefused {
    checkpoint.verify(List.of(key));
    var signed = checkpoint.checkpoint();
    for (var tile : Tiles.added(0, signed.size())) {
      if (tile.level() < 0) {
        var bundle = store.read(tile.path()).orElseThrow(() -> new LedgerRefused(DAMAGED));
        Tiles.parseBundle(bundle, tile.width()).forEach(this::grow);
      }
    }
    if (!signed.origin().equals(key.name()) || !signed.root().equals(tree.root())) {
      throw new LedgerRefused(DAMAGED);
    }
  }

  private void recover() throws LedgerRefused {
    var batch = queue.batch();
    if (batch == null) {
      return;
    }
    if (batch.base() == tree.size() && !signers.isEmpty()) {
      finish(batch);
    } else if (batch.base() + batch.entries().size() == tree.size()) {
      keep(queue.finish(batch.slot()));
    } else {
      throw new LedgerRefused(DAMAGED);
    }
  }

  /**
   * Accepts an entry: when this returns it survives a power cut and will be published. An entry
   * already accepted is not accepted twice.
   */
  public synchronized void submit(LeafCommitment entry) {
    if (!queue.waiting().contains(entry) && entries.indexOf(entry.value()) < 0) {
      keep(queue.withWaiting(entry));
    }
  }

  /** How many accepted entries are not yet published. */
  public synchronized int waiting() {
    return queue.waiting().size();
  }

  /**
   * Publishes a batch if {@code schedule} says that it is time, after finishing one that a failing
   * disk interrupted.
   *
   * @return the new checkpoint, if a batch was due
   */
  public synchronized Optional<SignedNote> publishIfDue(PublicationSchedule schedule) {
    var interrupted = queue.batch();
    if (interrupted != null) {
      finish(interrupted);
    }
    var due = schedule.decide(queue.last(), clock.instant(), queue.waiting().size());
    due.ifPresent(this::publish);
    return due.map(publication -> checkpoint);
  }

  private void publish(PublicationSchedule.Publication due) {
    var batch = new ArrayList<>(queue.waiting().subList(0, due.real()));
    for (var i = 0; i < due.dummies(); i++) {
      batch.add(LeafCommitment.dummy(random));
    }
    // In the order of receipt the dummies would be the last ones of each batch.
    Collections.shuffle(batch, random);
    var begun = new LogQueue.Batch(tree.size(), due.slot(), batch);
    keep(queue.begin(begun, due.real()));
    finish(begun);
  }

  private void finish(LogQueue.Batch batch) {
    var before = batch.base();
    if (tree.size() == before) {
      batch.entries().forEach(this::grow);
    }
    Tiles.added(before, tree.size())
        .forEach(tile -> store.write(tile.path(), tile.content(tree, entries)));
    var next = signed();
    store.write(checkpointPath(tree.size()), next.encoded().getBytes(UTF_8));
    store.write(CHECKPOINT, next.encoded().getBytes(UTF_8));
    checkpoint = next;
    keep(queue.finish(batch.slot()));
    removePartialTiles(before);
  }

  private void removePartialTiles(long before) {
    for (var tile : Tiles.added(before, tree.size())) {
      for (var width = 1; tile.width() == Tiles.WIDTH && width < Tiles.WIDTH; width++) {
        store.remove(new Tiles.Tile(tile.level(), tile.index(), width).path());
      }
    }
  }

  private void grow(LeafCommitment entry) {
    entries.add(entry.value());
    tree.append(entry.leaf());
  }

  private SignedNote signed() {
    var text = new Checkpoint(key.name(), tree.size(), tree.root()).text();
    return SignedNote.sign(text, signers, clock.instant());
  }

  private void keep(LogQueue next) {
    if (signers.isEmpty()) {
      throw new IllegalStateException("This log was ended");
    }
    store.write(LogQueue.PATH, next.encoded());
    queue = next;
  }

  /** The newest checkpoint. */
  public synchronized SignedNote checkpoint() {
    return checkpoint;
  }

  /** The keys whose signatures the log's checkpoints carry; the first is the log's own. */
  public List<NoteKey> keys() {
    return signers.isEmpty() ? List.of(key) : signers.stream().map(NoteSigner::key).toList();
  }

  /** Where {@code entry} was published, if it was. */
  public synchronized OptionalLong find(LeafCommitment entry) {
    var index = entries.indexOf(entry.value());
    return index < 0 || index >= publishedSize() ? OptionalLong.empty() : OptionalLong.of(index);
  }

  /** Proves the entry at {@code index} under the newest checkpoint. */
  public synchronized TlogProof prove(long index) {
    return new TlogProof(index, tree.prove(index, publishedSize()).path(), checkpoint);
  }

  /**
   * Proves the entry at {@code index} under the first checkpoint that covers it: the one whose
   * time-stamp is the earliest.
   */
  public synchronized TlogProof proveEarliest(long index) throws LedgerRefused {
    var end = Math.min(publishedSize(), index + Tiles.WIDTH);
    for (var size = index + 1; size <= end; size++) {
      var kept = store.read(checkpointPath(size));
      if (kept.isPresent()) {
        var note = SignedNote.parse(new String(kept.get(), UTF_8));
        return new TlogProof(index, tree.prove(index, size).path(), note);
      }
    }
    return prove(index);
  }

  /** Proves that the tree of {@code to} entries begins with the tree of {@code from}. */
  public synchronized ConsistencyProof consistency(long from, long to) {
    if (to > publishedSize()) {
      throw new IllegalArgumentException("Not published yet");
    }
    return tree.consistency(from, to);
  }

  /**
   * Proves the entry at {@code index} under the first stamped checkpoint that covers it; where none
   * is stamped, as {@link #proveEarliest}.
   */
  public synchronized TlogProof proveStamped(long index) throws LedgerRefused {
    var stamped = stamps.covering(index);
    if (stamped.isEmpty() || stamped.getAsLong() > publishedSize()) {
      return proveEarliest(index);
    }
    var size = stamped.getAsLong();
    return new TlogProof(index, tree.prove(index, size).path(), checkpoint(size));
  }

  /**
   * The checkpoint of {@code size} entries, as it was signed then.
   *
   * @throws LedgerRefused {@code ledger.malformed-checkpoint} if no such checkpoint is kept
   */
  public SignedNote checkpoint(long size) throws LedgerRefused {
    var kept =
        store
            .read(checkpointPath(size))
            .orElseThrow(() -> new LedgerRefused("ledger.malformed-checkpoint"));
    return SignedNote.parse(new String(kept, UTF_8));
  }

  /**
   * Keeps the RFC 3161 reply for the checkpoint of {@code size} entries, as the authority sent it;
   * where there is one already, the reply on exactly its bytes: its renewal.
   *
   * @param until when the certificate of its signer ends
   */
  public synchronized void keepTimeStamp(long size, byte[] reply, Instant until) {
    var renewals = stamps.find(size).map(kept -> kept.renewals() + 1).orElse(0);
    store.write(stampPath(size, renewals), reply);
    var next = stamps.with(new StampList.Stamp(size, renewals, until));
    store.write(StampList.PATH, next.encoded());
    stamps = next;
  }

  /**
   * The RFC 3161 replies for the checkpoint of {@code size} entries: the first on the checkpoint,
   * each further one on the bytes of the one before.
   */
  public synchronized List<byte[]> timeStamps(long size) {
    var kept = stamps.find(size);
    var replies = new ArrayList<byte[]>();
    for (var i = 0; kept.isPresent() && i <= kept.get().renewals(); i++) {
      store.read(stampPath(size, i)).ifPresent(replies::add);
    }
    return replies;
  }

  /** Which checkpoints are stamped, and until when. */
  public synchronized StampList stamps() {
    return stamps;
  }

  private static String stampPath(long size, int renewals) {
    return checkpointPath(size) + (renewals == 0 ? "" : "." + renewals) + ".tsr";
  }

  /**
   * Adds the cosignatures of witnesses to the checkpoint of {@code size} entries: of each key the
   * first. Lines by other keys than the {@code known} are passed over.
   *
   * @return the checkpoint with all its signatures
   * @throws LedgerRefused as {@link SignedNote#verify}; {@code ledger.malformed-checkpoint} if no
   *     such checkpoint is kept
   */
  public synchronized SignedNote cosign(long size, List<NoteSignature> lines, List<NoteKey> known)
      throws LedgerRefused {
    return cosignatures.add(checkpoint(size), size, lines, known);
  }

  /** The checkpoint of {@code size} entries with the cosignatures there are; else as signed. */
  public synchronized SignedNote witnessed(long size) throws LedgerRefused {
    return cosignatures.with(checkpoint(size), size);
  }

  /** Size of the newest checkpoint that a witness cosigned; empty before the first. */
  public synchronized OptionalLong lastWitnessed() {
    return cosignatures.last();
  }

  /** Size of the newest checkpoint that the holder of {@code witness} cosigned; 0 before that. */
  public synchronized long lastWitnessedBy(NoteKey witness) throws LedgerRefused {
    return cosignatures.lastBy(witness);
  }

  /** The keys of everyone who ever cosigned, also of those who are asked no more. */
  public synchronized List<NoteKey> witnessKeys() {
    return cosignatures.keys();
  }

  /**
   * Proves the entry at {@code index} as {@link #proveStamped} does, where nothing is stamped under
   * the first cosigned checkpoint that covers it; with the cosignatures there are.
   */
  public synchronized TlogProof proveWitnessed(long index) throws LedgerRefused {
    var cosigned = cosignatures.covering(index);
    if (stamps.covering(index).isEmpty() && cosigned.isPresent()) {
      return prove(index, cosigned.getAsLong());
    }
    var proof = proveStamped(index);
    return new TlogProof(
        index, proof.path(), cosignatures.with(proof.note(), proof.note().checkpoint().size()));
  }

  /**
   * Where {@link #proveWitnessed} rests on a checkpoint that no witness signed, the proof under the
   * first one after it that a witness did sign.
   */
  public synchronized Optional<TlogProof> proveLater(long index) throws LedgerRefused {
    var size = proveStamped(index).note().checkpoint().size();
    var cosigned = cosignatures.covering(index);
    return stamps.covering(index).isEmpty()
            || cosigned.isEmpty()
            || cosignatures.covering(size - 1).orElse(0) == size
        ? Optional.empty()
        : Optional.of(prove(index, cosigned.getAsLong()));
  }

  private TlogProof prove(long index, long size) throws LedgerRefused {
    return new TlogProof(index, tree.prove(index, size).path(), witnessed(size));
  }

  private long publishedSize() {
    try {
      return checkpoint.checkpoint().size();
    } catch (LedgerRefused e) {
      throw new IllegalStateException("Our own checkpoint", e);
    }
  }

  private static String checkpointPath(long size) {
    return "checkpoints/" + size;
  }

  /** The slot of the last publication; {@link Instant#EPOCH} before the first. */
  public synchronized Instant lastPublication() {
    return queue.last();
  }
}
