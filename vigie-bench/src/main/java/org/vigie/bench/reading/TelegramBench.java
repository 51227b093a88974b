package org.vigie.bench.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.bench.Bench;
import org.vigie.bench.Command;

/**
 * A Telegram export of gigabytes, written while it is read, in a heap of 256 MiB; smaller ones
 * beside a peer.
 */
public final class TelegramBench implements Bench {

  private static final String HEAP = "-Xmx256m";
  private static final String FOUND = "found";
  private static final String CHAT = "result.json";

  /** Beside the heap, a virtual machine needs this much for itself. */
  private static final double MOST_MIB = 256 + 160;

  /** Nothing is measured yet. */
  public TelegramBench() {}

  @Override
  public void run(Run run) throws Exception {
    large(run);
    run.report()
        .title(
            "reading an export of Telegram Desktop, %d rounds in turn, medians",
            run.size().rounds());
    var contest = new Contest(run, Peer.TELEGRAM, CHAT, 0);
    for (var messages : run.size().messages()) {
      TelegramFile.write(run.folder().resolve(CHAT), messages);
      contest.read(messages);
    }
  }

  private static void large(Run run) throws Exception {
    var mebibytes = run.size().telegramMebibytes();
    var report = run.report();
    report.title("reading a Telegram export of %d MiB in a heap of 256 MiB", mebibytes);
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var spent =
        Command.of(
                run.folder(),
                java.toString(),
                "-XX:+UseSerialGC",
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                TelegramMain.class.getName(),
                Integer.toString(mebibytes))
            .into(FOUND)
            .run();
    var found = Files.readString(run.folder().resolve(FOUND)).strip().split(" ", -1);
    if (found.length != 2) {
      throw new IOException("it did not say what it found");
    }
    report.line(
        "%s messages in %.1f s, %.1f processor seconds, %d MB at most",
        found[0], spent.wall(), spent.processor(), spent.peak() / 1024);
    report.atMost("memory in MiB", spent.peak() / 1024.0, MOST_MIB);
  }
}
