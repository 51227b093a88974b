package org.vigie.node.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.kernel.RegisterId;
import org.vigie.matching.recording.RecordingCopies;
import org.vigie.matching.recording.RecordingSketch;
import org.vigie.matching.text.ExactTextIndex;
import org.vigie.matching.text.TextMatcher;
import org.vigie.matching.text.TextSketch;

/**
 * Finds the pairs of cases that share something, among tokens that have joined. Pure; sees tokens
 * and sketches, never a word.
 */
final class Comparison {

  private static final double NEARLY_THE_SAME = 0.5;

  private final Map<String, Pair> pairs = new LinkedHashMap<>();

  private Comparison() {}

  /**
   * What joined of one offer.
   *
   * @param offer its identifier
   * @param order smaller for what came earlier
   * @param file the case
   * @param persons digests of whose case it is
   * @param tokens kinds by index
   * @param script the sketch of its words, or empty
   * @param recordings the sketches of its recordings
   * @param teller account that wrote the words
   */
  record Joined(
      String offer,
      long order,
      RegisterId file,
      Set<String> persons,
      Map<String, SharedKind> tokens,
      List<TextSketch> script,
      List<RecordingSketch> recordings,
      String teller) {}

  /** Two offers that share something, the earlier one first. */
  private record Shared(Joined one, Joined other, SharedKind kind, Rarity rarity, boolean sure) {}

  /** What two cases share. */
  static final class Pair {

    private final List<Shared> shared = new ArrayList<>();
    private final Map<RegisterId, Long> since = new LinkedHashMap<>();

    private void add(Shared more) {
      shared.add(more);
      since.merge(more.one().file(), more.one().order(), Math::min);
      since.merge(more.other().file(), more.other().order(), Math::min);
    }

    /** The case that was there earlier, which is asked first. */
    RegisterId first() {
      return Collections.min(since.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** The other one. */
    RegisterId second() {
      return Collections.max(since.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** The offers of one side that it rests on. */
    List<String> offers(RegisterId side) {
      var offers = new LinkedHashSet<String>();
      for (var one : shared) {
        for (var joined : List.of(one.one(), one.other())) {
          if (joined.file().equals(side)) {
            offers.add(joined.offer());
          }
        }
      }
      return List.copyOf(offers);
    }

    /** Kinds by how rare the rarest of each is. */
    private Map<SharedKind, Rarity> kinds() {
      var kinds = new EnumMap<SharedKind, Rarity>(SharedKind.class);
      shared.forEach(one -> kinds.merge(one.kind(), one.rarity(), Comparison::rarer));
      return kinds;
    }

    Reply.Said said(String month) {
      var kinds = kinds();
      var rarity = kinds.values().stream().reduce(Rarity.MANY, Comparison::rarer);
      return new Reply.Said(
          kinds.keySet().stream().map(SharedKind::code).toList(),
          strength().code(),
          rarity.code(),
          month);
    }

    Strength strength() {
      return shared.stream()
          .map(Pair::strength)
          .min(Comparator.naturalOrder())
          .orElse(Strength.WEAK);
    }

    private static Strength strength(Shared one) {
      if (one.rarity() == Rarity.MANY) {
        return Strength.WEAK;
      }
      return one.sure() ? Strength.STRONG : Strength.SOME;
    }
  }

  /** Every pair of different persons' cases among {@code all} that share something. */
  static Collection<Pair> of(List<Joined> all) {
    var comparison = new Comparison();
    comparison.identifiers(all);
    comparison.scripts(all);
    comparison.recordings(all);
    return comparison.pairs.values();
  }

  private void identifiers(List<Joined> all) {
    var holders = new LinkedHashMap<String, List<Joined>>();
    for (var joined : all) {
      joined
          .tokens()
          .keySet()
          .forEach(index -> holders.computeIfAbsent(index, i -> new ArrayList<>()).add(joined));
    }
    holders.forEach((index, those) -> {
      var rarity = rarity(those);
      for (var i = 0; i < those.size(); i++) {
        for (var j = i + 1; j < those.size(); j++) {
          var kind = weaker(those.get(i), those.get(j), index);
          share(new Shared(those.get(i), those.get(j), kind, rarity, kind.strong()));
        }
      }
    });
  }

  private static SharedKind weaker(Joined one, Joined other, String index) {
    var a = one.tokens().getOrDefault(index, SharedKind.ALIAS);
    var b = other.tokens().getOrDefault(index, SharedKind.ALIAS);
    return a.compareTo(b) >= 0 ? a : b;
  }

  private void scripts(List<Joined> all) {
    var matcher = new TextMatcher(ExactTextIndex::new);
    var numbered = new ArrayList<Joined>();
    var voices = Voices.ofWords(all);
    for (var i = 0; i < all.size(); i++) {
      for (var sketch : all.get(i).script()) {
        matcher.add(sketch, voices.get(i));
        numbered.add(all.get(i));
      }
    }
    for (var joined : numbered) {
      var found = matcher.query(joined.script().getFirst(), TextMatcher.DEFAULT_THRESHOLD);
      var rarity = rarity(found.stream().map(match -> numbered.get(match.text())).toList());
      for (var match : found) {
        var other = numbered.get(match.text());
        if (other.order() > joined.order()) {
          var sure = match.score() >= NEARLY_THE_SAME;
          share(new Shared(joined, other, SharedKind.SCRIPT, rarity, sure));
        }
      }
    }
  }

  private void recordings(List<Joined> all) {
    var sketches = new ArrayList<RecordingSketch>();
    var owners = new ArrayList<Joined>();
    var theirs = new ArrayList<RecordingCopies.Whose>();
    var voices = Voices.ofRecordings(all);
    for (var i = 0; i < all.size(); i++) {
      for (var sketch : all.get(i).recordings()) {
        sketches.add(sketch);
        owners.add(all.get(i));
        theirs.add(whose(all.get(i), voices.get(i)));
      }
    }
    var copies = RecordingCopies.among(sketches, theirs);
    var holders = new HashMap<Integer, Set<RegisterId>>();
    for (var copy : copies) {
      for (var side : List.of(copy.one(), copy.other())) {
        var files = holders.computeIfAbsent(side, s -> new HashSet<>());
        files.add(owners.get(copy.one()).file());
        files.add(owners.get(copy.other()).file());
      }
    }
    for (var copy : copies) {
      var files = new HashSet<>(holders.getOrDefault(copy.one(), Set.of()));
      files.addAll(holders.getOrDefault(copy.other(), Set.of()));
      var one = owners.get(copy.one());
      var other = owners.get(copy.other());
      var rarity = Rarity.of(files.size());
      // What little of a longer one is may be a question: many calls put together, one of them this
      share(new Shared(one, other, SharedKind.RECORDING, rarity, copy.shared().isGoodPart()));
    }
  }

  /** Whose a recording of {@code joined} is, who has this voice. */
  static RecordingCopies.Whose whose(Joined joined, int voice) {
    return new RecordingCopies.Whose(voice, joined.teller(), joined.offer());
  }

  private static Rarity rarity(List<Joined> those) {
    var files = new HashSet<RegisterId>();
    those.forEach(joined -> files.add(joined.file()));
    return Rarity.of(files.size());
  }

  /** One case, or one person's two cases, share nothing that anyone has to be told. */
  private void share(Shared shared) {
    var one = shared.one();
    var other = shared.other();
    if (one.file().equals(other.file())
        || one.persons().stream().anyMatch(other.persons()::contains)) {
      return;
    }
    var a = one.file().value();
    var b = other.file().value();
    var key = a.compareTo(b) < 0 ? a + b : b + a;
    pairs.computeIfAbsent(key, k -> new Pair()).add(shared);
  }

  private static Rarity rarer(Rarity one, Rarity other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
