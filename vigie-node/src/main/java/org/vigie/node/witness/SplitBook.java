package org.vigie.node.witness;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.kernel.Refusal;
import org.vigie.ledger.SplitProof;
import org.vigie.node.house.Houses;
import org.vigie.node.shell.SignedIn;
import org.vigie.register.Author;
import org.vigie.register.Entry;
import org.vigie.register.Fold;
import org.vigie.seal.Digests;

/** Every proof of two histories this house holds, with what its keepers know of it. */
public final class SplitBook {

  private final Witnesses witnesses;
  private final WatchedLogs watched;
  private final Houses houses;

  SplitBook(Witnesses witnesses, WatchedLogs watched, Houses houses) {
    this.witnesses = witnesses;
    this.watched = watched;
    this.houses = houses;
  }

  /** What one keeper wrote, and when. */
  public record Told(Instant at, Author by, SplitExplained explained) {}

  /**
   * A proof.
   *
   * @param id how pages call it
   * @param own whether it is about our own log
   * @param ended whether it is about one of our own that was ended
   * @param log id of the partner's log; empty for our own
   */
  public record Split(String id, boolean own, boolean ended, String log) {}

  /** How pages call {@code proof}: the same on every node that holds it. */
  public static String id(SplitProof proof) {
    var digest = Digests.sha256(proof.text().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 8);
  }

  /** The proof that pages call {@code id}. */
  public Optional<Split> find(String id) {
    for (var alarm : witnesses.alarms()) {
      if (id(alarm.proof()).equals(id)) {
        return Optional.of(new Split(id, true, witnesses.isEarlier(alarm), ""));
      }
    }
    for (var log : watched.all()) {
      if (log.splits().stream().anyMatch(proof -> id(proof).equals(id))) {
        return Optional.of(new Split(id, false, false, WatchedLogs.id(log)));
      }
    }
    return Optional.empty();
  }

  /** What keepers wrote, by proof, oldest first. */
  public Map<String, List<Told>> of(SignedIn keeper) throws Refusal {
    return houses.keepers(keeper).fold(new BookFold());
  }

  /** Writes down what is known. */
  public void explain(SignedIn keeper, SplitExplained explained) throws Refusal {
    houses.keepers(keeper).append(SplitExplained.TYPE, explained);
  }

  private record BookFold() implements Fold<Map<String, List<Told>>> {

    @Override
    public Map<String, List<Told>> empty() {
      return Map.of();
    }

    @Override
    public Map<String, List<Told>> step(Map<String, List<Told>> book, Entry<?> entry) {
      if (!(entry.body() instanceof SplitExplained explained)) {
        return book;
      }
      var next = new HashMap<>(book);
      var all = new ArrayList<>(next.getOrDefault(explained.split(), List.of()));
      all.add(new Told(entry.at(), entry.author(), explained));
      next.put(explained.split(), List.copyOf(all));
      return Map.copyOf(next);
    }
  }
}
