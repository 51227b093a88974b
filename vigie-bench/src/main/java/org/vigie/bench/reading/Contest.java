package org.vigie.bench.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.bench.Bench.Run;
import org.vigie.bench.Command;
import org.vigie.bench.Report;
import org.vigie.bench.Spent;
import org.vigie.imports.FileSource;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.detect.Exports;

/** One file, read by us and by a peer in turn, within a process and as a whole one. */
final class Contest {

  private static final double IN_PROCESS_BAR = 5;

  /** Below this the start of a process is most of it; shown, but no bar. */
  private static final int BARS_FROM = 300_000;

  /**
   * Messages that each side reads before it is measured in process; what a compiler at work costs
   * shows in the whole processes.
   */
  private static final int WARM = 3_000_000;

  /** In process a round is short, so each has several turns in it. */
  private static final int TURNS = 2;

  private final Run run;
  private final String file;
  private final double wholeBar;
  private final Optional<Peer> peer;

  /**
   * Installs the peer, if it can be had, and says which it is.
   *
   * @param wholeBar how many times as fast the whole process must be; 0 for no bar
   */
  Contest(Run run, Peer.Kind kind, String file, double wholeBar)
      throws IOException, InterruptedException {
    this.run = run;
    this.file = file;
    this.wholeBar = wholeBar;
    this.peer = Peer.install(run.folder(), kind);
    run.report()
        .line(
            "%s",
            peer.map(Peer::version)
                .orElse(
                    "no peer: " + kind.name() + " needs node, npm and a registry that answers"));
    Command.of(run.folder(), run.vigie().toString(), "help").run();
  }

  /** Measures with a file of so many messages, which lies there. */
  void read(int messages) throws Exception {
    inProcess(messages);
    wholeProcess(messages);
  }

  /** Both warm up, then read in turn: what the machine does beside it slows both alike. */
  private void inProcess(int messages) throws Exception {
    var path = run.folder().resolve(file);
    var warm = run.size().counts() ? (WARM / 2 + messages - 1) / messages : 0;
    var ours = new ArrayList<Spent>();
    var theirs = new ArrayList<Spent>();
    try (var rival = peer.isPresent() ? peer.get().rounds(file) : null) {
      for (var round = -warm; round < run.size().rounds() * TURNS; round++) {
        // What the other left in the memory of the processor is no part of it
        check(path, messages);
        var us = seconds(path, messages);
        var them = 0.0;
        for (var read = 0; read < 2 && rival != null; read++) {
          them = rival.next(messages);
        }
        if (round >= 0) {
          ours.add(new Spent(us, 0, 0));
          theirs.add(new Spent(them, 0, 0));
        }
      }
    }
    var speed = messages / Spent.median(ours).wall();
    run.report().line("%9d messages in process: %,.0f a second", messages, speed);
    if (peer.isPresent()) {
      var rate = messages / Spent.median(theirs).wall();
      run.report().line("%9s the peer: %,.0f a second", "", rate);
      compare(run.report(), messages, "in process", speed / rate, IN_PROCESS_BAR);
    }
  }

  private static double seconds(Path path, int messages) throws IOException, ImportRefused {
    var start = System.nanoTime();
    check(path, messages);
    return (System.nanoTime() - start) / 1e9;
  }

  private void wholeProcess(int messages) throws Exception {
    var ours = new ArrayList<Spent>();
    var theirs = new ArrayList<Spent>();
    for (var round = 0; round <= run.size().rounds(); round++) {
      var us =
          Command.of(run.folder(), run.vigie().toString(), "read", file).into("ours.jsonl").run();
      requireLines(run.folder().resolve("ours.jsonl"), messages);
      if (round > 0) {
        ours.add(us);
      }
      if (peer.isPresent()) {
        var them = peer.get().json(file);
        requireLines(run.folder().resolve("theirs.jsonl"), messages);
        if (round > 0) {
          theirs.add(them);
        }
      }
    }
    line(run.report(), "./vigie read, JSON written:", ours);
    if (peer.isPresent()) {
      line(run.report(), "the peer, JSON written:", theirs);
      var ratio = Spent.median(theirs).wall() / Spent.median(ours).wall();
      compare(run.report(), messages, "./vigie read", ratio, wholeBar);
    }
  }

  private static void line(Report report, String who, List<Spent> rounds) {
    var median = Spent.median(rounds);
    report.line(
        "%9s %-28s %6.2f s, %6.2f processor seconds, %5d MB at most",
        "", who, median.wall(), median.processor(), median.peak() / 1024);
  }

  private static void compare(Report report, int messages, String how, double ratio, double bar) {
    var what = how + " of " + messages + " messages ÷ the peer";
    if (messages >= BARS_FROM && bar > 0) {
      report.atLeast(what, ratio, bar);
    } else {
      report.line("%s: %.2f", what, ratio);
    }
  }

  private static void check(Path file, int messages) throws IOException, ImportRefused {
    var options = new ReadOptions(null, null, null, null, ImportLimits.USUAL);
    var count = new long[1];
    Exports.read(
        new FileSource(file), options, message -> count[0] += message.text().isEmpty() ? 0 : 1);
    if (count[0] != messages) {
      throw new IOException("found " + count[0] + " messages of " + messages);
    }
  }

  private static void requireLines(Path file, int lines) throws IOException {
    var count = 0;
    try (var in = Files.newInputStream(file)) {
      var buffer = new byte[1 << 16];
      for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (var i = 0; i < read; i++) {
          count += buffer[i] == '\n' ? 1 : 0;
        }
      }
    }
    if (count != lines) {
      throw new IOException(file.getFileName() + " has " + count + " lines of " + lines);
    }
  }
}
