package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

/**
 * A process of its own in which every kind of page of the reading room is visited over and over: a
 * node as it runs for people, without what a test run adds to it.
 */
final class RoomVisitor {

  private static final int MANY = 50_000;

  /** What another, earlier export of the same chat holds of them. */
  private static final int EARLIER = 5_000;

  private static final int PLACES = 3;
  private static final int AGAIN = 4;
  private static final int SHOWN = 3;

  /** How often at most, where all before were disturbed. */
  private static final int MOST = 30;

  private final TestBrowser browser;

  private RoomVisitor(TestBrowser browser) {
    this.browser = browser;
  }

  /**
   * What was measured.
   *
   * @param undisturbed milliseconds at p95 of all pages, of each the quickest of its visits,
   *     because others on the machine can only make one slower
   * @param words all of it
   */
  record Pace(long undisturbed, String words) {}

  /** Measures over the home {@code args[0]} and writes one line. */
  public static void main(String[] args) {
    try (var node = TestNode.start(Path.of(args[0]))) {
      var keeper = Founder.found(node, "lamp keeper");
      var person = Founder.invite(node, keeper, "person", "reader");
      var pace = new RoomVisitor(person.browser()).measure(Told.by(person, "somebody called"));
      System.out.println("pace " + pace.undisturbed() + " " + pace.words());
    }
    System.exit(0);
  }

  private Pace measure(Told told) {
    var chat = Files.to(told).file("long.txt", LongChat.of(MANY)).sent().getFirst();
    Files.to(told).file("early.txt", LongChat.of(EARLIER)).sent();
    browser.get(chat + "/messages");
    for (var warm = 0; warm < 3; warm++) {
      round(told.base(), chat, warm);
    }
    var all = new ArrayList<Visit>();
    var quietest = new ArrayList<Visit>();
    var again = 0;
    for (; again < AGAIN || (again < MOST && undisturbed(quietest) >= RoomPaceTest.BAR); again++) {
      for (var place = 0; place < PLACES; place++) {
        var round = round(told.base(), chat, place);
        all.addAll(round);
        for (var kind = 0; kind < round.size(); kind++) {
          var page = place * round.size() + kind;
          if (again == 0) {
            quietest.add(round.get(kind));
          } else {
            quietest.set(page, quietest.get(page).quieter(round.get(kind)));
          }
        }
      }
    }
    var undisturbed = undisturbed(quietest);
    var work = p95(quietest.stream().map(Visit::work).toList());
    return new Pace(
        undisturbed,
        String.format(
            Locale.ROOT,
            "%d pages of %d messages, each %d times: p95 %d ms undisturbed, %d ms as it came, %d ms"
                + " of processor time; slowest: %s",
            quietest.size(),
            MANY,
            again,
            undisturbed,
            p95(all.stream().map(Visit::took).toList()),
            work,
            slowest(quietest)));
  }

  /** The kinds that took longest, with the quickest visit to the slowest place of each. */
  private static String slowest(List<Visit> quietest) {
    var kinds = new TreeMap<String, Long>();
    quietest.forEach(visit -> kinds.merge(visit.page(), visit.took() / 1_000_000, Math::max));
    return kinds.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(SHOWN)
        .map(kind -> kind.getKey() + " " + kind.getValue() + " ms")
        .collect(Collectors.joining(", "));
  }

  /**
   * One page.
   *
   * @param page which kind
   * @param took nanoseconds by the clock
   * @param work nanoseconds of processor time, of the browser's side, too
   */
  private record Visit(String page, long took, long work) {

    private Visit quieter(Visit other) {
      return new Visit(page, Math.min(took, other.took), Math.min(work, other.work));
    }
  }

  private static long undisturbed(List<Visit> quietest) {
    return p95(quietest.stream().map(Visit::took).toList());
  }

  /** In milliseconds. */
  private static long p95(List<Long> nanos) {
    var sorted = nanos.stream().sorted().toList();
    return sorted.get((int) (sorted.size() * 0.95)) / 1_000_000;
  }

  private static long processorTime() {
    var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
    return system instanceof com.sun.management.OperatingSystemMXBean known
        ? known.getProcessCpuTime()
        : 0;
  }

  /** One visit to each kind of page. */
  private List<Visit> round(String base, String chat, int i) {
    var at = 1 + (i * 7919) % MANY;
    var id = chat.substring(chat.lastIndexOf('/') + 1);
    return List.of(
        timed("first", () -> browser.get(chat + "/messages?open=page")),
        timed("any", () -> browser.get(chat + "/messages?at=" + at)),
        timed("last", () -> browser.get(chat + "/messages?at=" + (MANY - 10) + "&open=page")),
        timed("line", () -> browser.get(chat + "/messages?line=" + at)),
        timed("author", () -> browser.get(chat + "/messages?who=" + i % 2 + "&at=" + at)),
        timed("kind", () -> browser.get(chat + "/messages?kind=media&at=" + at)),
        timed("word", () -> browser.post(chat + "/messages/search", "wanted", "word " + at)),
        timed(
            "no word",
            () -> browser.post(chat + "/messages/search", "wanted", "كىتاب", "who", "1")),
        timed(
            "day",
            () ->
                browser.post(
                    chat + "/messages/go", "day.day", "1", "day.month", "6", "day.year", "2021")),
        timed("exhibit", () -> browser.get(chat)),
        timed("custody", () -> browser.get(chat + "/custody")),
        timed("names", () -> browser.get(chat + "/names")),
        timed("exhibits", () -> browser.get(base + "/exhibits")),
        timed(
            "incident",
            () -> browser.get(base + "/incidents/new?cite=" + id + ":" + at + "-" + (at + 2))),
        timed(
            "word in the case",
            () -> browser.post(base + "/exhibits/search", "wanted", "word " + at)),
        timed("only here", () -> browser.get(chat + "/messages?fresh=yes&at=" + at)));
  }

  private static Visit timed(String page, Supplier<TestBrowser.Answer> visit) {
    var worked = processorTime();
    var before = System.nanoTime();
    var answer = visit.get();
    var made = new Visit(page, System.nanoTime() - before, processorTime() - worked);
    assertThat(answer.status()).as(page).isIn(200, 303);
    return made;
  }
}
