package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a witness remembers of one log: the checkpoint it cosigned last, those shortly before, and
 * proofs that the log showed two histories. Its files lie in a folder named by a hash of the log's
 * name. For one thread.
 */
final class WatchedLog {

  /** Checkpoints remembered, to notice one of the same size with another root: ten days' worth. */
  private static final int REMEMBERED = 256;

  private static final int MOST_SPLITS = 16;
  private static final String BETWEEN = "\n-----\n";

  private final LogStore store;
  private final NoteKey key;
  private final boolean on;
  private final List<SignedNote> notes;
  private final List<SplitProof> splits;

  private WatchedLog(
      LogStore store, NoteKey key, boolean on, List<SignedNote> notes, List<SplitProof> splits) {
    this.store = store;
    this.key = key;
    this.on = on;
    this.notes = notes;
    this.splits = splits;
  }

  static WatchedLog load(LogStore store, NoteKey key, boolean on) throws LedgerRefused {
    var notes = new ArrayList<SignedNote>();
    var kept = store.read(folder(key) + "notes");
    if (kept.isPresent()) {
      for (var note : new String(kept.get(), UTF_8).split(BETWEEN, -1)) {
        notes.add(SignedNote.parse(note));
      }
    }
    var splits = new ArrayList<SplitProof>();
    for (var i = 0; i < MOST_SPLITS; i++) {
      var proof = store.read(splitPath(key, i));
      if (proof.isEmpty()) {
        break;
      }
      splits.add(SplitProof.parse(new String(proof.get(), UTF_8)));
    }
    return new WatchedLog(store, key, on, notes, splits);
  }

  private static String folder(NoteKey key) {
    return Hash.sha256(key.name().getBytes(UTF_8)).toString().substring(0, 32) + "/";
  }

  private static String splitPath(NoteKey key, int number) {
    return folder(key) + "split." + number;
  }

  WatchedLog on(boolean other) {
    return new WatchedLog(store, key, other, notes, splits);
  }

  boolean on() {
    return on;
  }

  NoteKey key() {
    return key;
  }

  Optional<SignedNote> last() {
    return notes.isEmpty() ? Optional.empty() : Optional.of(notes.getLast());
  }

  List<SplitProof> splits() {
    return List.copyOf(splits);
  }

  /** A remembered checkpoint of the same size as {@code note}'s with another root. */
  Optional<SignedNote> otherThan(SignedNote note) throws LedgerRefused {
    var next = note.checkpoint();
    for (var one : notes.reversed()) {
      if (one.checkpoint().splitsFrom(next)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** Remembers {@code note} as the last; it is on disk when this returns. */
  void keep(SignedNote note) {
    var next = new ArrayList<>(notes);
    next.add(note);
    while (next.size() > REMEMBERED) {
      next.removeFirst();
    }
    var text = String.join(BETWEEN, next.stream().map(SignedNote::encoded).toList());
    store.write(folder(key) + "notes", text.getBytes(UTF_8));
    notes.clear();
    notes.addAll(next);
  }

  /** Keeps a proof once; what comes after the first sixteen adds nothing. */
  void noteSplit(SplitProof proof) {
    var known =
        splits.stream().anyMatch(kept -> kept.second().text().equals(proof.second().text()));
    if (!known && splits.size() < MOST_SPLITS) {
      store.write(splitPath(key, splits.size()), proof.text().getBytes(UTF_8));
      splits.add(proof);
    }
  }
}
