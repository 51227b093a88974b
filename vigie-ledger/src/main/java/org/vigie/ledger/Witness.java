package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One who remembers the checkpoints of others' logs and cosigns the next only if it extends the
 * last: C2SP tlog-witness without the transport. Protects against a log that shows different people
 * different histories; does not protect when it never hears of one of them. What it cosigns is on
 * disk before its signature leaves, so that a stop at any moment never lets it sign two roots of
 * one size. Safe for several threads of one process; one process a store.
 */
public final class Witness {

  /** Most logs one witness remembers. */
  public static final int MAX_LOGS = 64;

  private static final String LOGS = "logs";
  private static final String DAMAGED = "ledger.damaged-witness";

  private final NoteSigner cosigner;
  private final LogStore store;
  private final InstantSource clock;
  private final Map<String, WatchedLog> byOrigin = new LinkedHashMap<>();

  private Witness(NoteSigner cosigner, LogStore store, InstantSource clock) {
    if (cosigner.key().type() != SignatureType.ED25519_COSIGNATURE
        && cosigner.key().type() != SignatureType.ML_DSA_44_COSIGNATURE) {
      throw new IllegalArgumentException("A witness states a time");
    }
    this.cosigner = cosigner;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Opens a witness's memory, or begins an empty one.
   *
   * @param cosigner signs with a time
   * @throws LedgerRefused {@code ledger.damaged-witness} if the memory cannot be read: a witness
   *     that forgot must never sign again with the same key
   */
  public static Witness open(NoteSigner cosigner, LogStore store, InstantSource clock)
      throws LedgerRefused {
    var witness = new Witness(cosigner, store, clock);
    witness.load();
    return witness;
  }

  private void load() throws LedgerRefused {
    var kept = store.read(LOGS);
    if (kept.isEmpty()) {
      return;
    }
    for (var line : new String(kept.get(), UTF_8).lines().toList()) {
      var parts = line.split(" ", 2);
      if (parts.length != 2) {
        throw new LedgerRefused(DAMAGED);
      }
      var key = NoteKey.parse(parts[1]);
      byOrigin.put(key.name(), WatchedLog.load(store, key, parts[0].equals("on")));
    }
  }

  private void keep() {
    var out = new StringBuilder();
    for (var log : byOrigin.values()) {
      out.append(log.on() ? "on " : "off ").append(log.key().text()).append('\n');
    }
    store.write(LOGS, out.toString().getBytes(UTF_8));
  }

  /** The key its cosignatures are checked with. */
  public NoteKey key() {
    return cosigner.key();
  }

  /**
   * Begins to witness a log, or takes it up again where it was left.
   *
   * @param log the log's own key, obtained from its house in person or by telephone
   * @throws LedgerRefused {@code ledger.not-a-log-key} for another kind of key; {@code
   *     ledger.another-key} if that name was witnessed under another key; {@code
   *     ledger.too-many-logs}
   */
  public synchronized void watch(NoteKey log) throws LedgerRefused {
    if (log.type() != SignatureType.ED25519) {
      throw new LedgerRefused("ledger.not-a-log-key");
    }
    var known = byOrigin.get(log.name());
    if (known != null && !known.key().equals(log)) {
      throw new LedgerRefused("ledger.another-key");
    }
    if (known == null && byOrigin.size() >= MAX_LOGS) {
      throw new LedgerRefused("ledger.too-many-logs", MAX_LOGS);
    }
    byOrigin.put(log.name(), known == null ? WatchedLog.load(store, log, true) : known.on(true));
    keep();
  }

  /** Witnesses a log no longer. What was cosigned stays remembered: it may come back. */
  public synchronized void leave(NoteKey log) {
    var known = byOrigin.get(log.name());
    if (known != null && known.key().equals(log)) {
      byOrigin.put(log.name(), known.on(false));
      keep();
    }
  }

  /**
   * A log that is witnessed.
   *
   * @param key its own
   * @param last the checkpoint cosigned last, with the cosignature
   * @param splits proofs that it showed two histories, the oldest first
   */
  public record Watched(NoteKey key, Optional<SignedNote> last, List<SplitProof> splits) {

    /** Copies the list. */
    public Watched {
      splits = List.copyOf(splits);
    }
  }

  /** The logs it witnesses, in the order they were named. */
  public synchronized List<Watched> logs() {
    var all = new ArrayList<Watched>();
    for (var log : byOrigin.values()) {
      if (log.on()) {
        all.add(new Watched(log.key(), log.last(), log.splits()));
      }
    }
    return all;
  }

  /** How many proofs of two histories it keeps, of all logs it was ever named. */
  public synchronized int splits() {
    return byOrigin.values().stream().mapToInt(log -> log.splits().size()).sum();
  }

  /** Whether it witnesses any log at all. */
  public synchronized boolean watches() {
    return byOrigin.values().stream().anyMatch(WatchedLog::on);
  }

  /** Whether it witnesses the log called {@code origin}. */
  public synchronized boolean watches(String origin) {
    var log = byOrigin.get(origin);
    return log != null && log.on();
  }

  /**
   * Answers a log. The checks come in the order of C2SP tlog-witness.
   *
   * @throws java.io.UncheckedIOException when what would be cosigned cannot be kept
   */
  public synchronized WitnessAnswer answer(WitnessRequest request) {
    try {
      var next = request.note().checkpoint();
      var log = byOrigin.get(next.origin());
      if (log == null || !log.on()) {
        return new WitnessAnswer.UnknownLog();
      }
      if (!signed(request.note(), log.key())) {
        return new WitnessAnswer.Untrusted();
      }
      return request.old() > next.size()
          ? new WitnessAnswer.BadSizes()
          : answer(log, request, next);
    } catch (LedgerRefused noCheckpoint) {
      return new WitnessAnswer.Untrusted();
    }
  }

  /**
   * Whether {@code request} is one that only the log itself, or whoever has its newest words, can
   * ask: signed by it, and provably going on from where it was cosigned last. What anyone can send
   * who once held a package of that house is not.
   */
  public synchronized boolean leadsOn(WitnessRequest request) {
    try {
      var next = request.note().checkpoint();
      var log = speaking(request);
      if (log.isEmpty()) {
        return false;
      }
      var last = log.get().last();
      var size = last.isPresent() ? last.get().checkpoint().size() : 0;
      var root = last.isPresent() ? last.get().checkpoint().root() : Hash.ofNothing();
      return request.old() == size
          && next.size() > size
          && new ConsistencyProof(size, next.size(), request.path()).verifies(root, next.root());
    } catch (LedgerRefused noCheckpoint) {
      return false;
    }
  }

  /**
   * What can be said to {@code request} from memory, with nothing signed or written for it: to one
   * that begins elsewhere, from where to begin; to what was cosigned last, its cosignature once
   * more. A log that lost an answer on the way needs no more than that to go on, so it can be had
   * however often others ask. Nothing for any other question, nor for what the log did not sign.
   */
  public synchronized Optional<WitnessAnswer> remembered(WitnessRequest request) {
    try {
      var next = request.note().checkpoint();
      var log = speaking(request);
      if (log.isEmpty()
          || request.old() > next.size()
          || log.get().otherThan(request.note()).isPresent()) {
        return Optional.empty();
      }
      var last = log.get().last();
      var size = last.isPresent() ? last.get().checkpoint().size() : 0;
      if (request.old() != size) {
        return Optional.of(new WitnessAnswer.Conflict(size, last.orElse(null)));
      }
      return next.size() == size && request.path().isEmpty()
          ? last.flatMap(this::given)
          : Optional.empty();
    } catch (LedgerRefused noCheckpoint) {
      return Optional.empty();
    }
  }

  private Optional<WitnessAnswer> given(SignedNote last) {
    return last.signatures().stream()
        .filter(cosigner.key()::isNamedBy)
        .findFirst()
        .<WitnessAnswer>map(WitnessAnswer.Cosigned::new);
  }

  /** The log that is witnessed and signed {@code request}. */
  private Optional<WatchedLog> speaking(WitnessRequest request) throws LedgerRefused {
    return Optional.ofNullable(byOrigin.get(request.note().checkpoint().origin()))
        .filter(log -> log.on() && signed(request.note(), log.key()));
  }

  private static boolean signed(SignedNote note, NoteKey key) {
    try {
      return !note.verify(List.of(key)).isEmpty();
    } catch (LedgerRefused notSigned) {
      return false;
    }
  }

  private WitnessAnswer answer(WatchedLog log, WitnessRequest request, Checkpoint next)
      throws LedgerRefused {
    var last = log.last();
    var size = last.isPresent() ? last.get().checkpoint().size() : 0;
    var other = log.otherThan(request.note());
    if (other.isPresent()) {
      log.noteSplit(new SplitProof(log.key(), other.get(), request.note(), List.of()));
      return new WitnessAnswer.Conflict(size, other.get());
    }
    if (request.old() != size) {
      return new WitnessAnswer.Conflict(size, last.orElse(null));
    }
    var root = last.isPresent() ? last.get().checkpoint().root() : Hash.ofNothing();
    var proof = new ConsistencyProof(size, next.size(), request.path());
    if (!proof.verifies(root, next.root())) {
      if (last.isPresent() && proof.leadsElsewhere(root, next.root())) {
        log.noteSplit(new SplitProof(log.key(), last.get(), request.note(), request.path()));
      }
      return new WitnessAnswer.Inconsistent(last.orElse(null));
    }
    var line = cosigner.sign(request.note().text(), clock.instant());
    if (last.isEmpty() || next.size() > size) {
      log.keep(own(request.note(), log.key()).with(List.of(line)));
    }
    return new WitnessAnswer.Cosigned(line);
  }

  /** The note with the log's own signature alone: others' lines are none of ours to keep. */
  private static SignedNote own(SignedNote note, NoteKey key) {
    return new SignedNote(note.text(), note.signatures().stream().filter(key::isNamedBy).toList());
  }
}
