package org.vigie.node.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
 * @param key which key the comparison goes by, and what lies ready under the next one
 */
record OfficeBook(
    List<Offer> offers,
    Map<String, CanarySet> canaries,
    Map<String, LinkDecided> decisions,
    List<LinkSpent> spent,
    List<Line> journal,
    Key key) {

  static final Fold<OfficeBook> FOLD = new OfficeFold();

  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private static final OfficeBook NONE =
      new OfficeBook(List.of(), Map.of(), Map.of(), List.of(), List.of(), Key.FIRST);

  /**
   * Tokens with their place in the register and when they came.
   *
   * @param sequence of the first writing: who was there earlier stays so under another key
   * @param entry where the tokens lie now
   */
  record Offer(long sequence, long entry, Instant at, OfferMade made) {}

  /**
   * Which key counts.
   *
   * @param epoch of the key that the comparison goes by
   * @param ready offers under a key that does not count yet
   * @param stale entries that hold tokens of a key that counts no more
   * @param indexes of every canary that stands, under each key, by its identifier
   * @param places of what was written of each canary
   * @param asked what the house asked its share host for, and what that made, by epoch
   */
  record Key(
      int epoch,
      List<Offer> ready,
      List<Long> stale,
      Map<String, Set<String>> indexes,
      Map<String, List<Place>> places,
      Map<Integer, Tally> asked) {

    private static final Key FIRST = new Key(1, List.of(), List.of(), Map.of(), Map.of(), Map.of());
  }

  /** An entry about a canary. */
  record Place(long entry, Instant at, int epoch) {}

  /**
   * A line of the journal.
   *
   * @param what the end of a message key
   * @param pair empty where it is about none
   */
  record Line(Instant at, Author author, String what, String pair) {}

  int epoch() {
    return key.epoch();
  }

  /** Whether this offer lies ready, or counts, under a key. */
  boolean moved(int epoch, long sequence) {
    return java.util.stream.Stream.concat(key.ready().stream(), offers.stream())
        .anyMatch(offer -> offer.sequence() == sequence && offer.made().epoch() == epoch);
  }

  /** When the key was changed last, or first asked for something; far ahead if it never was. */
  Instant keySince() {
    for (var line : journal.reversed()) {
      if (line.what().equals("key-changed")) {
        return line.at();
      }
    }
    return journal.stream()
        .filter(line -> line.what().equals("tokens-asked"))
        .map(Line::at)
        .findFirst()
        .orElse(NEVER);
  }

  /** How many offers were filed by earlier rules. */
  int earlier() {
    return (int)
        offers.stream().filter(offer -> !offer.made().rules().equals(Rules.NOW.id())).count();
  }

  /** Entries to erase: they hold tokens of a key that counts no more. */
  List<Long> stale() {
    var stale = new ArrayList<>(key.stale());
    key.places()
        .values()
        .forEach(places ->
            places.stream()
                .filter(place -> place.epoch() < key.epoch())
                .forEach(place -> stale.add(place.entry())));
    return stale;
  }

  Set<String> canaryIndexes() {
    return key.indexes().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  /** When a canary was first set, in milliseconds since 1970. */
  long since(CanarySet canary) {
    var places = key.places().getOrDefault(canary.canary(), List.of());
    return canary.since() != 0 || places.isEmpty()
        ? canary.since()
        : places.getFirst().at().toEpochMilli();
  }

  /** Accounts that brought {@code canary} in one of {@code some}, or of which that was noted. */
  Set<String> caught(CanarySet canary, List<Offer> some) {
    var indexes = key.indexes().getOrDefault(canary.canary(), Set.of());
    var caught = new LinkedHashSet<>(canary.held());
    for (var offer : some) {
      for (var token : offer.made().tokens()) {
        if (indexes.contains(token.index())) {
          caught.add(token.account());
        }
      }
    }
    return caught;
  }

  /** Accounts noted at a canary that stands. */
  Set<String> held() {
    return canaries.values().stream()
        .flatMap(canary -> canary.held().stream())
        .collect(Collectors.toSet());
  }

  /** The element of a token with this index, or empty. */
  String element(String index) {
    return offers.stream()
        .flatMap(offer -> offer.made().tokens().stream())
        .filter(token -> token.index().equals(index))
        .map(OfferMade.Token::element)
        .findFirst()
        .orElse("");
  }

  private OfficeBook plus(Line line) {
    return new OfficeBook(offers, canaries, decisions, spent, longer(journal, line), key);
  }

  private OfficeBook with(List<Offer> sorted, Key next) {
    return new OfficeBook(sorted, canaries, decisions, spent, journal, next);
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
        case LinkAsked it -> asked(s, entry, it);
        case OfferMoved it -> fromKeeper(entry) ? moved(s, entry, it) : s;
        case KeyChanged it -> fromKeeper(entry) ? changed(s, entry, it.epoch()) : s;
        case LinkSpent it -> spent(s, entry, it);
        case null, default -> s;
      };
    }

    /** The house alone cannot change the key, whatever it deposits. */
    private static boolean fromKeeper(Entry<?> entry) {
      return entry.author() instanceof Author.Member;
    }

    private static OfficeBook offer(OfficeBook s, Entry<?> entry, OfferMade made) {
      var offer = new Offer(entry.sequence(), entry.sequence(), entry.at(), made);
      return s.with(longer(s.offers, offer), s.key).plus(line(entry, "offered", ""));
    }

    private static OfficeBook asked(OfficeBook s, Entry<?> entry, LinkAsked it) {
      var asked = new LinkedHashMap<>(s.key.asked());
      asked.put(it.epoch(), asked.getOrDefault(it.epoch(), Tally.NONE).plus(it));
      var k = s.key;
      var next = new Key(k.epoch(), k.ready(), k.stale(), k.indexes(), k.places(), asked);
      return s.with(s.offers, next).plus(line(entry, "tokens-asked", ""));
    }

    private static OfficeBook moved(OfficeBook s, Entry<?> entry, OfferMoved it) {
      var offer =
          new Offer(it.sequence(), entry.sequence(), Instant.ofEpochMilli(it.at()), it.offer());
      var k = s.key;
      var ready = longer(k.ready(), offer);
      var next = new Key(k.epoch(), ready, k.stale(), k.indexes(), k.places(), k.asked());
      var waiting = s.with(s.offers, next);
      return it.offer().epoch() == k.epoch() ? placed(waiting, k.epoch()) : waiting;
    }

    private static OfficeBook spent(OfficeBook s, Entry<?> entry, LinkSpent it) {
      var all = longer(s.spent, it);
      var book = new OfficeBook(s.offers, s.canaries, s.decisions, all, s.journal, s.key);
      return book.plus(
          it.again()
              ? new Line(entry.at(), new Author.Node(), "refiled", "")
              : line(entry, "withdrawn", ""));
    }

    private static OfficeBook changed(OfficeBook s, Entry<?> entry, int epoch) {
      return epoch <= s.epoch() ? s : placed(s, epoch).plus(line(entry, "key-changed", ""));
    }

    /** Everything that lies ready under {@code epoch} takes the place of what it was. */
    private static OfficeBook placed(OfficeBook s, int epoch) {
      var offers = new LinkedHashMap<Long, Offer>();
      s.offers.forEach(offer -> offers.put(offer.sequence(), offer));
      var stale = new ArrayList<>(s.key.stale());
      var journal = new ArrayList<>(s.journal);
      for (var offer : s.key.ready()) {
        if (offer.made().epoch() != epoch) {
          stale.add(offer.entry());
          continue;
        }
        var before = offers.put(offer.sequence(), offer);
        if (before != null) {
          stale.add(before.entry());
        } else {
          journal.add(new Line(offer.at(), new Author.Node(), "offered", ""));
        }
      }
      var sorted = new ArrayList<>(offers.values());
      sorted.sort(Comparator.comparingLong(Offer::sequence));
      var k = s.key;
      var next = new Key(epoch, List.of(), stale, k.indexes(), k.places(), k.asked());
      return new OfficeBook(sorted, s.canaries, s.decisions, s.spent, journal, next);
    }

    private static OfficeBook canary(OfficeBook s, Entry<?> entry, CanarySet canary) {
      var id = canary.canary();
      var canaries = new LinkedHashMap<>(s.canaries);
      var indexes = new LinkedHashMap<>(s.key.indexes());
      var places = new LinkedHashMap<>(s.key.places());
      var before = canaries.get(id);
      if (canary.lifted()) {
        canaries.remove(id);
        indexes.remove(id);
      } else {
        canaries.put(id, canary);
      }
      // What holds no token lies under no key, and stays when that of tokens is destroyed.
      if (!canary.index().isEmpty()) {
        var all = new LinkedHashSet<>(indexes.getOrDefault(id, Set.of()));
        all.add(canary.index());
        indexes.put(id, all);
        var place = new Place(entry.sequence(), entry.at(), canary.epoch());
        places.put(id, longer(places.getOrDefault(id, List.of()), place));
      }
      var k = s.key;
      var next = new Key(k.epoch(), k.ready(), k.stale(), indexes, places, k.asked());
      var book = new OfficeBook(s.offers, canaries, s.decisions, s.spent, s.journal, next);
      if (canary.lifted()) {
        return book.plus(line(entry, "canary-lifted", ""));
      }
      // Under another key it is the same canary: it was set when it was set.
      var at = canary.since() == 0 ? entry.at() : Instant.ofEpochMilli(canary.since());
      var set = before == null ? book.plus(new Line(at, entry.author(), "canary-set", "")) : book;
      return canary.lost() && (before == null || !before.lost())
          ? set.plus(line(entry, "canary-lost", ""))
          : set;
    }

    /** The first decision about a pair counts. */
    private static OfficeBook decided(OfficeBook s, Entry<?> entry, LinkDecided decided) {
      var decisions = new LinkedHashMap<>(s.decisions);
      decisions.putIfAbsent(decided.pair(), decided);
      return new OfficeBook(s.offers, s.canaries, decisions, s.spent, s.journal, s.key)
          .plus(line(entry, decided.decision(), decided.pair()));
    }

    private static Line line(Entry<?> entry, String what, String pair) {
      return new Line(entry.at(), entry.author(), what, pair);
    }
  }
}
