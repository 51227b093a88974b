package org.vigie.matching.join;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Secret;
import org.vigie.matching.identifier.EmailAddress;
import org.vigie.matching.identifier.Handle;
import org.vigie.matching.identifier.Identifier;
import org.vigie.matching.identifier.Identifiers;
import org.vigie.matching.identifier.Link;
import org.vigie.matching.identifier.PhoneNumber;
import org.vigie.matching.identifier.Reading;
import org.vigie.matching.text.ExactTextIndex;
import org.vigie.matching.text.TextMatcher;
import org.vigie.matching.text.TextSketch;
import org.vigie.matching.text.TextSketcher;

/**
 * Joins messages of different cases by what they share: numbers, handles, links, names, scripts.
 * The same messages in the same order give the same answer on every machine. Holds no text; the key
 * of its fragments is no secret, since they never leave the process. Not safe for use by several
 * threads.
 */
public final class CaseJoin {

  private static final String PERSONA = "persona|";

  private final double threshold;
  private final @Nullable String region;
  private final TextSketcher sketcher;
  private final TextMatcher texts = new TextMatcher(ExactTextIndex::new);
  private final List<String> ids = new ArrayList<>();
  private final List<@Nullable String> cases = new ArrayList<>();
  private final List<TextSketch> sketches = new ArrayList<>();
  private final List<List<Key>> keys = new ArrayList<>();
  private final Map<String, List<Integer>> holders = new HashMap<>();

  /** What a message can be joined by: looked up by {@code value}, then compared. */
  private record Key(Reason reason, String value, @Nullable Handle handle) {}

  /**
   * A join of nothing yet.
   *
   * @param threshold from which score on messages are joined, above 0, at most 1
   * @param region two letters, where nationally written numbers are from; null if nobody said
   */
  public CaseJoin(double threshold, @Nullable String region) {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("the threshold is not above 0 and at most 1");
    }
    this.threshold = threshold;
    this.region = region;
    try (var key = Secret.take(new byte[32])) {
      sketcher = new TextSketcher(key, 1);
    }
  }

  /** Adds a message. */
  public void add(Message message) {
    var text = message.text() == null ? "" : message.text();
    var found = Identifiers.findIn(text, region);
    var own = new LinkedHashSet<Key>();
    for (var raw : message.identifiers()) {
      addGiven(raw, own);
    }
    found.forEach(f -> own.add(key(f.identifier())));
    for (var value : new LinkedHashSet<>(own.stream().map(Key::value).toList())) {
      holders.computeIfAbsent(value, v -> new ArrayList<>(1)).add(ids.size());
    }
    ids.add(message.id());
    cases.add(message.caseId());
    keys.add(List.copyOf(own));
    var sketch = sketcher.sketch(text, found);
    sketches.add(sketch);
    texts.add(sketch);
  }

  private void addGiven(String raw, Set<Key> own) {
    if (Identifiers.read(raw, region) instanceof Reading.Read(var identifier)) {
      own.add(key(identifier));
      return;
    }
    var inside = Identifiers.findIn(raw, region);
    inside.forEach(f -> own.add(key(f.identifier())));
    if (inside.isEmpty()) {
      for (var key : PersonaKeys.of(raw)) {
        own.add(new Key(Reason.PERSONA, PERSONA + key, null));
      }
    }
  }

  private static Key key(Identifier identifier) {
    return switch (identifier) {
      case PhoneNumber number -> new Key(Reason.NUMBER, number.canonical(), null);
      case EmailAddress address -> new Key(Reason.HANDLE, address.canonical(), null);
      case Link link -> new Key(Reason.LINK, link.canonical(), null);
      case Handle handle -> new Key(Reason.HANDLE, "handle|" + handle.name(), handle);
    };
  }

  /** Gives every pair to {@code each}, in the order of the first message, then of the second. */
  public void pairs(Consumer<Pair> each) {
    for (var a = 0; a < ids.size(); a++) {
      var first = a;
      partners(a)
          .forEach((b, bond) ->
              each.accept(
                  new Pair(ids.get(first), ids.get(b), bond.score, List.copyOf(bond.because))));
    }
  }

  /** Gives every group of two messages and more to {@code each}, in the order of their numbers. */
  public void groups(Consumer<Group> each) {
    var sets = new DisjointSets(ids.size());
    var reasons = new HashMap<Integer, EnumSet<Reason>>();
    for (var a = 0; a < ids.size(); a++) {
      for (var entry : partners(a).entrySet()) {
        sets.join(a, entry.getKey());
        reasons
            .computeIfAbsent(a, x -> EnumSet.noneOf(Reason.class))
            .addAll(entry.getValue().because);
      }
    }
    var members = new TreeMap<Integer, List<Integer>>();
    for (var i = 0; i < ids.size(); i++) {
      members.computeIfAbsent(sets.first(i), x -> new ArrayList<>()).add(i);
    }
    var number = 0;
    for (var group : members.values()) {
      if (group.size() > 1) {
        each.accept(group(++number, group, reasons));
      }
    }
  }

  private Group group(
      int number, List<Integer> members, Map<Integer, EnumSet<Reason>> reasonsOfFirst) {
    var because = EnumSet.noneOf(Reason.class);
    members.forEach(
        m -> because.addAll(reasonsOfFirst.getOrDefault(m, EnumSet.noneOf(Reason.class))));
    return new Group(number, members.stream().map(ids::get).toList(), List.copyOf(because));
  }

  /** What joins two messages. */
  private static final class Bond {
    private final EnumSet<Reason> because = EnumSet.noneOf(Reason.class);
    private double score;

    void add(Reason reason, double scored) {
      because.add(reason);
      score = Math.max(score, scored);
    }
  }

  /** The later messages that {@code a} is joined with. */
  private Map<Integer, Bond> partners(int a) {
    var bonds = new TreeMap<Integer, Bond>();
    for (var key : keys.get(a)) {
      if (key.reason().score() >= threshold) {
        for (var b : later(holders.getOrDefault(key.value(), List.of()), a)) {
          if (mayJoin(a, b) && shares(b, key)) {
            bonds.computeIfAbsent(b, x -> new Bond()).add(key.reason(), key.reason().score());
          }
        }
      }
    }
    for (var match : texts.query(sketches.get(a), threshold)) {
      if (match.text() > a && mayJoin(a, match.text())) {
        bonds.computeIfAbsent(match.text(), x -> new Bond()).add(Reason.SCRIPT, match.score());
      }
    }
    return bonds;
  }

  private static List<Integer> later(List<Integer> rising, int than) {
    var low = 0;
    var high = rising.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (rising.get(middle) <= than) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return rising.subList(low, rising.size());
  }

  private boolean mayJoin(int a, int b) {
    var mine = cases.get(a);
    return mine == null || !mine.equals(cases.get(b));
  }

  private boolean shares(int other, Key key) {
    var handle = key.handle();
    if (handle == null) {
      return true;
    }
    for (var theirs : keys.get(other)) {
      if (theirs.handle() != null && theirs.handle().mayBe(handle)) {
        return true;
      }
    }
    return false;
  }
}
