package org.vigie.node.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.register.Author;
import org.vigie.register.Entry;
import org.vigie.register.Fold;

/**
 * The comparison's register as it stands.
 *
 * @param offers tokens that were not erased, oldest first
 * @param canaries by identifier, lifted ones left out
 * @param decisions by pair of cases
 * @param spent budgets used by tokens that were erased since
 * @param journal everything that happened, oldest first
 */
record OfficeBook(
    List<Offer> offers,
    Map<String, CanarySet> canaries,
    Map<String, LinkDecided> decisions,
    List<LinkSpent> spent,
    List<Line> journal) {

  static final Fold<OfficeBook> FOLD = new OfficeFold();

  private static final OfficeBook NONE =
      new OfficeBook(List.of(), Map.of(), Map.of(), List.of(), List.of());

  /** Tokens with their place in the register and when they came. */
  record Offer(long sequence, Instant at, OfferMade made) {}

  /**
   * A line of the journal.
   *
   * @param what the end of a message key
   * @param pair empty where it is about none
   */
  record Line(Instant at, Author author, String what, String pair) {}

  Set<String> canaryIndexes() {
    return canaries.values().stream().map(CanarySet::index).collect(Collectors.toSet());
  }

  private OfficeBook plus(Line line) {
    return new OfficeBook(offers, canaries, decisions, spent, longer(journal, line));
  }

  private static <T> List<T> longer(List<T> list, T item) {
    var longer = new ArrayList<>(list);
    longer.add(item);
    return longer;
  }

  private record OfficeFold() implements Fold<OfficeBook> {

    @Override
    public OfficeBook empty() {
      return NONE;
    }

    @Override
    public OfficeBook step(OfficeBook s, Entry<?> entry) {
      return switch (entry.body()) {
        case OfferMade it -> offer(s, entry, it);
        case CanarySet it -> canary(s, entry, it);
        case LinkDecided it -> decided(s, entry, it);
        case LinkNoted it -> s.plus(line(entry, it.what(), it.pair()));
        case LinkSpent it ->
            new OfficeBook(s.offers, s.canaries, s.decisions, longer(s.spent, it), s.journal)
                .plus(line(entry, "withdrawn", ""));
        case null, default -> s;
      };
    }

    private static OfficeBook offer(OfficeBook s, Entry<?> entry, OfferMade made) {
      var offer = new Offer(entry.sequence(), entry.at(), made);
      return new OfficeBook(longer(s.offers, offer), s.canaries, s.decisions, s.spent, s.journal)
          .plus(line(entry, "offered", ""));
    }

    private static OfficeBook canary(OfficeBook s, Entry<?> entry, CanarySet canary) {
      var canaries = new LinkedHashMap<>(s.canaries);
      if (canary.lifted()) {
        canaries.remove(canary.canary());
      } else {
        canaries.put(canary.canary(), canary);
      }
      return new OfficeBook(s.offers, canaries, s.decisions, s.spent, s.journal)
          .plus(line(entry, canary.lifted() ? "canary-lifted" : "canary-set", ""));
    }

    /** The first decision about a pair counts. */
    private static OfficeBook decided(OfficeBook s, Entry<?> entry, LinkDecided decided) {
      var decisions = new LinkedHashMap<>(s.decisions);
      decisions.putIfAbsent(decided.pair(), decided);
      return new OfficeBook(s.offers, s.canaries, decisions, s.spent, s.journal)
          .plus(line(entry, decided.decision(), decided.pair()));
    }

    private static Line line(Entry<?> entry, String what, String pair) {
      return new Line(entry.at(), entry.author(), what, pair);
    }
  }
}
