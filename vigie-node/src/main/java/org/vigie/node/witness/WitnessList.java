package org.vigie.node.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vigie.ledger.NoteKey;
import org.vigie.node.store.SettingStore;
import org.vigie.register.store.Bytes;

/**
 * Whom this house asks, and how many have to sign: a small table of the node, because nobody is
 * signed in when the log is published. It tells whoever copies the disk the partners' keys and
 * addresses, and no name that a keeper gave them. Safe for several threads.
 */
final class WitnessList {

  /** Most witnesses that one house asks. */
  static final int MOST = 16;

  private static final String ASKED = "witness.asked";
  private static final String NEEDED = "witness.needed";
  private static final int USUALLY = 2;

  private static final String LOG = "witness.log";

  private final SettingStore settings;

  WitnessList(SettingStore settings) {
    this.settings = settings;
  }

  /**
   * What is kept is about one log: where another was begun, everybody stands at its beginning.
   *
   * @param log key of the log that is written
   * @param first whether none was ended before it
   */
  synchronized void about(NoteKey log, boolean first) {
    var id = AskedWitness.id(log);
    var known =
        settings.find(LOG).map(kept -> new String(kept.toArray(), UTF_8)).orElse(first ? id : "");
    if (!known.equals(id)) {
      keep(all().stream().map(one -> one.with(Standing.NEW)).toList());
    }
    settings.put(LOG, Bytes.of(id.getBytes(UTF_8)));
  }

  synchronized List<AskedWitness> all() {
    return settings
        .find(ASKED)
        .map(kept -> new String(kept.toArray(), UTF_8).lines().map(AskedWitness::parse).toList())
        .orElse(List.of());
  }

  Optional<AskedWitness> find(String id) {
    return all().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  synchronized void add(AskedWitness witness) {
    var next = new ArrayList<>(all());
    next.add(witness);
    keep(next);
  }

  synchronized void remove(String id) {
    keep(all().stream().filter(one -> !one.id().equals(id)).toList());
  }

  /** Changes the standing of one, if it is still asked. */
  synchronized void change(String id, UnaryOperator<Standing> change) {
    var before = all();
    var next =
        before.stream()
            .map(one -> one.id().equals(id) ? one.with(change.apply(one.standing())) : one)
            .toList();
    if (!next.equals(before)) {
      keep(next);
    }
  }

  private void keep(List<AskedWitness> next) {
    var text = String.join("\n", next.stream().map(AskedWitness::line).toList());
    settings.put(ASKED, Bytes.of(text.getBytes(UTF_8)));
  }

  int needed() {
    return settings
        .find(NEEDED)
        .map(kept -> Integer.parseInt(new String(kept.toArray(), UTF_8)))
        .orElse(USUALLY);
  }

  void need(int number) {
    settings.put(NEEDED, Bytes.of(Integer.toString(number).getBytes(UTF_8)));
  }
}
