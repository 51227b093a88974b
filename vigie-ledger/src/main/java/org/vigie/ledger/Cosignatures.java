package org.vigie.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What witnesses signed of a log: beside each checkpoint the same text with their lines, a list of
 * the sizes there are, and the keys they were checked with, which stay when a witness is asked no
 * more. For one thread.
 */
final class Cosignatures {

  private static final String SIZES = "witnessed";
  private static final String KEYS = "witness.keys";
  private static final String DAMAGED = "ledger.damaged-log";

  private final LogStore store;
  private final NavigableSet<Long> sizes = new TreeSet<>();
  private final Set<NoteKey> keys = new LinkedHashSet<>();

  Cosignatures(LogStore store) throws LedgerRefused {
    this.store = store;
    var kept = store.read(SIZES);
    if (kept.isPresent()) {
      for (var line : new String(kept.get(), US_ASCII).lines().toList()) {
        sizes.add(StrictDecimal.parse(line, DAMAGED));
      }
    }
    var known = store.read(KEYS);
    if (known.isPresent()) {
      for (var line : new String(known.get(), UTF_8).lines().toList()) {
        keys.add(NoteKey.parse(line));
      }
    }
  }

  /** The first witnessed size that covers the entry at {@code index}. */
  OptionalLong covering(long index) {
    return sizes.tailSet(index, false).stream().mapToLong(Long::longValue).findFirst();
  }

  OptionalLong last() {
    return sizes.isEmpty() ? OptionalLong.empty() : OptionalLong.of(sizes.last());
  }

  /** The last size that the holder of {@code witness} signed, as its key shows; 0 if none. */
  long lastBy(NoteKey witness) throws LedgerRefused {
    for (var size : sizes.descendingSet()) {
      var kept = store.read(path(size)).orElseThrow(() -> new LedgerRefused(DAMAGED));
      var note = SignedNote.parse(new String(kept, UTF_8));
      if (note.signatures().stream().anyMatch(witness::isNamedBy)) {
        note.verify(List.of(witness));
        return size;
      }
    }
    return 0;
  }

  List<NoteKey> keys() {
    return List.copyOf(keys);
  }

  /** {@code own} with what witnesses added to it. */
  SignedNote with(SignedNote own, long size) throws LedgerRefused {
    var kept = sizes.contains(size) ? store.read(path(size)) : java.util.Optional.<byte[]>empty();
    return kept.isPresent() ? SignedNote.parse(new String(kept.get(), UTF_8)) : own;
  }

  /**
   * Keeps the lines by keys of {@code known} that state a time, the first of each key; passes over
   * the others.
   */
  SignedNote add(SignedNote own, long size, List<NoteSignature> lines, Collection<NoteKey> known)
      throws LedgerRefused {
    var timed = known.stream().filter(key -> key.type().isTimed()).toList();
    var ours =
        lines.stream().filter(line -> timed.stream().anyMatch(k -> k.isNamedBy(line))).toList();
    if (ours.isEmpty()) {
      throw new LedgerRefused("ledger.unknown-key");
    }
    new SignedNote(own.text(), ours).verify(timed);
    var note = with(own, size);
    var more = new ArrayList<NoteSignature>();
    for (var key : timed) {
      if (note.signatures().stream().noneMatch(key::isNamedBy)) {
        ours.stream().filter(key::isNamedBy).findFirst().ifPresent(more::add);
      }
    }
    var all = note.with(more);
    store.write(path(size), all.encoded().getBytes(UTF_8));
    remember(size, timed.stream().filter(k -> all.signatures().stream().anyMatch(k::isNamedBy)));
    return all;
  }

  private void remember(long size, java.util.stream.Stream<NoteKey> signed) {
    if (keys.addAll(signed.toList())) {
      var text = String.join("", keys.stream().map(key -> key.text() + "\n").toList());
      store.write(KEYS, text.getBytes(UTF_8));
    }
    if (sizes.add(size)) {
      var text = String.join("", sizes.stream().map(one -> one + "\n").toList());
      store.write(SIZES, text.getBytes(US_ASCII));
    }
  }

  private static String path(long size) {
    return "checkpoints/" + size + ".witnessed";
  }
}
