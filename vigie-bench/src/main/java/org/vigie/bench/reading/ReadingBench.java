package org.vigie.bench.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.bench.Bench;
import org.vigie.bench.Command;
import org.vigie.bench.Report;
import org.vigie.bench.Spent;
import org.vigie.imports.FileSource;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.detect.Exports;

/** The same invented chats, read by us and by the peer. */
public final class ReadingBench implements Bench {

  private static final double IN_PROCESS_BAR = 5;
  private static final double WHOLE_PROCESS_BAR = 2;

  /** Below this the start of a process is most of it; shown, but no bar. */
  private static final int BARS_FROM = 300_000;

  /**
   * Messages that each side reads before it is measured: what a compiler at work costs is in the
   * figures of the whole processes.
   */
  private static final int WARM = 3_000_000;

  private static final String CHAT = "chat.txt";

  /** Nothing is measured yet. */
  public ReadingBench() {}

  @Override
  public void run(Run run) throws Exception {
    var report = run.report();
    var rounds = run.size().rounds();
    report.title("reading an export of WhatsApp, %d rounds in turn, medians", rounds);
    var peer = Peer.install(run.folder());
    report.line(
        "%s",
        peer.map(Peer::version)
            .orElse("no peer: whatsapp-chat-parser needs node, npm and a registry that answers"));
    Command.of(run.folder(), run.vigie().toString(), "help").run();
    for (var messages : run.size().messages()) {
      Chat.write(run.folder().resolve(CHAT), messages);
      inProcess(run, peer, messages);
      wholeProcess(run, peer, messages);
    }
  }

  private static void inProcess(Run run, Optional<Peer> peer, int messages) throws Exception {
    var rounds = run.size().rounds();
    var file = run.folder().resolve(CHAT);
    for (var warm = 0; warm < WARM && run.size().counts(); warm += messages) {
      read(file, messages);
    }
    var seconds = new ArrayList<Spent>();
    for (var round = 0; round < rounds; round++) {
      var start = System.nanoTime();
      read(file, messages);
      seconds.add(new Spent((System.nanoTime() - start) / 1e9, 0, 0));
    }
    var speed = messages / Spent.median(seconds).wall();
    run.report().line("%9d messages in process: %,.0f a second", messages, speed);
    if (peer.isPresent()) {
      var theirs = peer.get().speed(CHAT, messages, rounds, run.size().counts() ? WARM : 0);
      run.report().line("%9s the peer: %,.0f a second", "", theirs);
      compare(run.report(), messages, "in process", speed / theirs, IN_PROCESS_BAR);
    }
  }

  private static void wholeProcess(Run run, Optional<Peer> peer, int messages) throws Exception {
    var ours = new ArrayList<Spent>();
    var theirs = new ArrayList<Spent>();
    for (var round = 0; round <= run.size().rounds(); round++) {
      var us =
          Command.of(run.folder(), run.vigie().toString(), "read", CHAT).into("ours.jsonl").run();
      requireLines(run.folder().resolve("ours.jsonl"), messages);
      if (round > 0) {
        ours.add(us);
      }
      if (peer.isPresent()) {
        var them = peer.get().json(CHAT);
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
      compare(run.report(), messages, "./vigie read", ratio, WHOLE_PROCESS_BAR);
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
    if (messages >= BARS_FROM) {
      report.atLeast(what, ratio, bar);
    } else {
      report.line("%s: %.2f", what, ratio);
    }
  }

  private static void read(Path file, int messages) throws IOException, ImportRefused {
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
