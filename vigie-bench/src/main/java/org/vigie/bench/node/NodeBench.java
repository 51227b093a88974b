package org.vigie.bench.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vigie.bench.Bench;
import org.vigie.bench.Report;
import org.vigie.bench.Spent;

/** A house built through the pages, on a node that runs as a process of its own. */
public final class NodeBench implements Bench {

  private static final double START_BAR = 4;
  private static final double RESIDENT_BAR = 300;
  private static final double P99_BAR = 250;
  private static final int STARTS = 3;
  private static final int WARM_SECONDS = 10;

  /** Nothing is measured yet. */
  public NodeBench() {}

  @Override
  public void run(Run run) throws Exception {
    var size = run.size();
    run.report().title("a node with %d people and their cases, ./vigie serve", size.sessions());
    var home = Files.createDirectory(run.folder().resolve("home"));
    var people = build(run, home);
    starts(run, home);
    try (var node = NodeProcess.start(run.vigie(), home)) {
      Thread.sleep(Duration.ofSeconds(size.idleSeconds()));
      run.report().atMost("resident memory idle, MB", node.resident(), RESIDENT_BAR);
      var views = signIn(node, people);
      run.report().line("with %d sessions: %.0f MB resident", people.size(), node.resident());
      views(run, node, views);
      Thread.sleep(Duration.ofSeconds(size.idleSeconds()));
      run.report().line("afterwards, idle again: %.0f MB resident", node.resident());
    }
  }

  private static List<Person> build(Run run, Path home) throws IOException, InterruptedException {
    var people = new ArrayList<Person>();
    try (var node = NodeProcess.start(run.vigie(), home)) {
      var keeping = new Visitor(node.port());
      var keeper = Person.found(keeping, node.founding());
      people.add(keeper);
      while (people.size() < run.size().sessions()) {
        var name = "swallow " + people.size();
        var words = keeper.invite(keeping, "person", name);
        var visitor = new Visitor(node.port());
        var person = Person.join(visitor, words, name);
        person.tell(visitor);
        people.add(person);
      }
    }
    return people;
  }

  private static void starts(Run run, Path home) throws IOException, InterruptedException {
    var starts = new ArrayList<Spent>();
    var times = run.size().counts() ? STARTS : 1;
    for (var i = 0; i < times; i++) {
      try (var node = NodeProcess.start(run.vigie(), home)) {
        starts.add(new Spent(node.secondsToReady(), node.processor(), 0));
      }
    }
    var median = Spent.median(starts);
    run.report()
        .line(
            "a start of %d: %.2f s, %.2f processor seconds",
            times, median.wall(), median.processor());
    run.report().atMost("second start, seconds to ready", median.wall(), START_BAR);
  }

  private static List<Load.View> signIn(NodeProcess node, List<Person> people)
      throws IOException, InterruptedException {
    var views = new ArrayList<Load.View>();
    for (var person : people) {
      var visitor = new Visitor(node.port());
      person.signIn(visitor);
      for (var page : person.pages()) {
        visitor.get(page);
        views.add(new Load.View(page, visitor.cookies()));
      }
    }
    return views;
  }

  private static void views(Run run, NodeProcess node, List<Load.View> views) throws Exception {
    var size = run.size();
    var load = new Load(node.port(), views);
    load.run(size.views(), size.counts() ? WARM_SECONDS : 1);
    var before = node.processor();
    var times = load.run(size.views(), size.viewSeconds());
    report(run.report(), times, size.views(), (node.processor() - before) / size.viewSeconds());
  }

  private static void report(Report report, Load.Times times, int rate, double processors) {
    report.line(
        "signed-in page views at %d a second: p50 %.1f ms, p90 %.1f, p99 %.1f, most %.1f;"
            + " %.2f processors busy",
        rate,
        times.percentile(0.5),
        times.percentile(0.9),
        times.percentile(0.99),
        times.most(),
        processors);
    report.atLeast("page views a second", Math.ceil(times.perSecond()), rate);
    report.atMost("p99 of page views, ms", times.percentile(0.99), P99_BAR);
  }
}
