package org.vigie.matching.join;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.matching.band.BandedTextIndex;
import org.vigie.matching.identifier.Platform;
import org.vigie.matching.text.ExactTextIndex;
import org.vigie.matching.text.Firsts;
import org.vigie.matching.text.TextMatcher;
import org.vigie.matching.text.TextSketch;

/**
 * Joins messages of different cases by what they share: numbers, handles, links, names, scripts.
 * The same messages in the same order give the same answer on every machine: up to five thousand of
 * them by an exact comparison of texts, more by {@link BandedTextIndex}; a job on many machines
 * says the same. Holds no text; the key of its fragments is no secret, since they never leave the
 * process. Uses all processors; not safe for use by several threads.
 */
public final class CaseJoin {

  private static final int BATCH = 4096;

  /** So many characters are a batch, too, for messages may be long. */
  private static final int LONG_BATCH = 1 << 22;

  private final double threshold;
  private final JoinSizes sizes;
  private final @Nullable String region;
  private final List<Message> pending = new ArrayList<>();
  private long pendingLength;

  /** Batches in the order of their messages; some are prepared already. */
  private final ArrayDeque<CompletableFuture<List<Prepared>>> preparing = new ArrayDeque<>();

  /** Each is for one thread at a time. */
  private final Queue<Preparing> idling = new ConcurrentLinkedQueue<>();

  private final List<TextSketch> few = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private final List<@Nullable String> cases = new ArrayList<>();
  private final Map<String, String> caseNames = new HashMap<>();
  private final List<List<JoinKey>> keys = new ArrayList<>();
  private final Map<String, List<Integer>> holders = new HashMap<>();
  private @Nullable TextMatcher many;

  /**
   * A join of nothing yet.
   *
   * @param threshold from which score on messages are joined, above 0, at most 1
   * @param region two letters, where nationally written numbers are from; null if nobody said
   */
  public CaseJoin(double threshold, @Nullable String region) {
    this(threshold, region, JoinSizes.STANDARD);
  }

  /** The same, with other sizes than {@code ./vigie match} has. */
  public CaseJoin(double threshold, @Nullable String region, JoinSizes sizes) {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("the threshold is not above 0 and at most 1");
    }
    this.threshold = threshold;
    this.sizes = sizes;
    this.region = region;
  }

  /** Adds a message. */
  public void add(Message message) {
    pending.add(message);
    pendingLength += message.text() == null ? 0 : message.text().length();
    if (pending.size() == BATCH || pendingLength > LONG_BATCH) {
      take();
    }
  }

  /** Prepared by another processor, or this one if enough is waiting for them. */
  private void take() {
    var some = List.copyOf(pending);
    pending.clear();
    pendingLength = 0;
    var working = preparing.stream().filter(work -> !work.isDone()).count();
    preparing.add(
        working < Slices.COUNT
            ? CompletableFuture.supplyAsync(() -> prepare(some))
            : CompletableFuture.completedFuture(prepare(some)));
    while (!preparing.isEmpty() && preparing.getFirst().isDone()) {
      keepFirst();
    }
  }

  private void keepFirst() {
    try {
      preparing.removeFirst().join().forEach(this::keep);
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw failed;
    }
  }

  private List<Prepared> prepare(List<Message> some) {
    var idle = idling.poll();
    var own = idle == null ? new Preparing(region) : idle;
    var prepared = some.stream().map(own::prepare).toList();
    idling.add(own);
    return prepared;
  }

  private void keep(Prepared prepared) {
    var values = new LinkedHashSet<String>();
    prepared.keys().forEach(key -> values.add(key.value()));
    for (var value : values) {
      holders.computeIfAbsent(value, v -> new ArrayList<>(1)).add(ids.size());
    }
    ids.add(prepared.id());
    var caseId = prepared.caseId();
    cases.add(caseId == null ? null : caseNames.computeIfAbsent(caseId, name -> name));
    keys.add(prepared.keys());
    if (many != null) {
      many.add(prepared.sketch());
      return;
    }
    few.add(prepared.sketch());
    if (few.size() > sizes.exactUpTo()) {
      var matcher = new TextMatcher(() -> BandedTextIndex.gathering(sizes.countedUpTo()));
      few.forEach(matcher::add);
      few.clear();
      many = matcher;
    }
  }

  private TextMatcher texts() {
    take();
    while (!preparing.isEmpty()) {
      keepFirst();
    }
    var matcher = many;
    if (matcher == null) {
      matcher = new TextMatcher(ExactTextIndex::new);
      few.forEach(matcher::add);
    }
    matcher.settle();
    return matcher;
  }

  /** Gives every pair to {@code each}, in the order of the first message, then of the second. */
  public void pairs(Consumer<Pair> each) {
    bonds(bond ->
        each.accept(
            new Pair(
                ids.get(bond.a()),
                ids.get(bond.b()),
                bond.score(),
                Reason.ofBits(bond.because()))));
  }

  /**
   * Gives every group of two messages and more to {@code each}, in the order of their numbers.
   * Looks at no pair that a larger set already holds, so that a flood of one text or number takes
   * time in proportion.
   */
  public void groups(Consumer<Group> each) {
    var texts = texts();
    var bunches = new Bunches(cases);
    holders.forEach((value, those) -> byKey(value, those, bunches));
    byScript(texts, bunches);
    var members = new TreeMap<Integer, List<Integer>>();
    for (var i = 0; i < ids.size(); i++) {
      members.computeIfAbsent(bunches.first(i), x -> new ArrayList<>(1)).add(i);
    }
    var number = 0;
    for (var group : members.values()) {
      if (group.size() > 1) {
        var because = group.stream().mapToInt(bunches::because).reduce(0, (x, y) -> x | y);
        each.accept(
            new Group(++number, group.stream().map(ids::get).toList(), Reason.ofBits(because)));
      }
    }
  }

  /** Whoever holds one key joins; accounts of one name only where the platform may be the same. */
  private void byKey(String value, List<Integer> those, Bunches bunches) {
    var platforms = new TreeMap<Platform, List<Integer>>();
    var unstated = new ArrayList<Integer>();
    var reason = Reason.HANDLE;
    for (var holder : those.size() > 1 ? those : List.<Integer>of()) {
      for (var key : keys.get(holder)) {
        if (key.value().equals(value)) {
          reason = key.reason();
          if (key.platform() == Platform.UNSTATED) {
            unstated.add(holder);
          } else {
            platforms.computeIfAbsent(key.platform(), p -> new ArrayList<>()).add(holder);
          }
        }
      }
    }
    if (reason.score() < threshold) {
      return;
    }
    platforms.putIfAbsent(Platform.UNSTATED, List.of());
    for (var some : platforms.values()) {
      var all = new TreeSet<>(unstated);
      all.addAll(some);
      if (!all.isEmpty()) {
        bunches.join(bunches.bunch(List.copyOf(all)), reason);
      }
    }
  }

  private void byScript(TextMatcher texts, Bunches bunches) {
    var firsts = texts.firsts();
    var same = new TreeMap<Integer, List<Integer>>();
    for (var text = 0; text < ids.size(); text++) {
      same.computeIfAbsent(firsts.of(text), f -> new ArrayList<>(1)).add(text);
    }
    var asking = List.copyOf(same.keySet());
    var bunch = new HashMap<Integer, Bunches.Bunch>();
    same.forEach((first, those) -> bunch.put(first, bunches.bunch(those)));
    var readers = IntStream.range(0, Slices.COUNT).mapToObj(s -> texts.reader()).toList();
    Blockwise.<int[]>each(
        asking.size(),
        (slice, from, to) -> alike(readers.get(slice), asking, from, to, firsts),
        pair ->
            bunches.join(
                Objects.requireNonNull(bunch.get(pair[0])),
                Objects.requireNonNull(bunch.get(pair[1])),
                Reason.SCRIPT));
  }

  private Blockwise.Part<int[]> alike(
      TextMatcher.Reader reader, List<Integer> asking, int from, int to, Firsts firsts) {
    var pairs = new ArrayList<int[]>();
    var some = asking.subList(from, to);
    reader.expect(some.stream().mapToInt(Integer::intValue).toArray(), threshold);
    var at = from;
    while (at < to && !Blockwise.enough(pairs.size())) {
      var first = asking.get(at++);
      for (var other : reader.alike(first, threshold, firsts)) {
        pairs.add(new int[] {first, other});
      }
    }
    return new Blockwise.Part<>(pairs, from, at);
  }

  private void bonds(Consumer<Bond> each) {
    bonds(texts(), each);
  }

  private void bonds(TextMatcher texts, Consumer<Bond> each) {
    var readers = IntStream.range(0, Slices.COUNT).mapToObj(s -> texts.reader()).toList();
    Blockwise.each(ids.size(), (slice, from, to) -> bonds(readers.get(slice), from, to), each);
  }

  private Blockwise.Part<Bond> bonds(TextMatcher.Reader reader, int from, int to) {
    var bonds = new ArrayList<Bond>();
    reader.expect(IntStream.range(from, to).toArray(), threshold);
    var a = from;
    while (a < to && !Blockwise.enough(bonds.size())) {
      bonds.addAll(bonds(reader, a++));
    }
    return new Blockwise.Part<>(bonds, from, a);
  }

  /** What joins {@code a} with later messages, in their order. */
  private List<Bond> bonds(TextMatcher.Reader reader, int a) {
    var matches = reader.later(a, threshold);
    if (matches.isEmpty() && keys.get(a).isEmpty()) {
      return List.of();
    }
    var bonds = new TreeMap<Integer, Bond>();
    for (var key : keys.get(a)) {
      var score = key.reason().score();
      if (score >= threshold) {
        for (var b : later(holders.getOrDefault(key.value(), List.of()), a)) {
          if (mayJoin(a, b) && shares(b, key)) {
            bonds.merge(b, Bond.of(a, b, key.reason(), score), Bond::and);
          }
        }
      }
    }
    for (var match : matches) {
      var b = match.text();
      if (mayJoin(a, b)) {
        bonds.merge(b, Bond.of(a, b, Reason.SCRIPT, match.score()), Bond::and);
      }
    }
    return List.copyOf(bonds.values());
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
    return Prepared.mayJoin(cases.get(a), cases.get(b));
  }

  private boolean shares(int other, JoinKey key) {
    if (key.handle() == null) {
      return true;
    }
    for (var theirs : keys.get(other)) {
      if (theirs.value().equals(key.value()) && theirs.platform().mayBe(key.platform())) {
        return true;
      }
    }
    return false;
  }
}
