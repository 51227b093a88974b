package org.vigie.bench.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vigie.bench.Bench;
import org.vigie.bench.Command;
import org.vigie.bench.Spent;
import org.vigie.bench.Work;
import org.vigie.seal.AgeFile;
import org.vigie.seal.SealRefused;
import org.vigie.seal.X25519Key;

/** One large file of random bytes, sealed and opened by all in turn. */
public final class SealingBench implements Bench {

  private static final double SEAL_BAR = 1.0;
  private static final double OPEN_BAR = 1.4;
  private static final String PLAIN = "plain";

  /** Competitors by what they are called in the table, in the order of their turns. */
  private final Map<String, Turn> turns = new LinkedHashMap<>();

  /** One competitor's work, and the file it makes. */
  private record Turn(String makes, Measured work) {}

  @FunctionalInterface
  private interface Measured {
    Spent run() throws Exception;
  }

  /** Nothing is measured yet. */
  public SealingBench() {}

  @Override
  public void run(Run run) throws Exception {
    var report = run.report();
    var folder = run.folder();
    report.title(
        "sealing and opening %d MiB of random bytes, %d rounds in turn, medians",
        run.size().mebibytes(), run.size().rounds());
    turns.clear();
    try (var key = X25519Key.generate(new SecureRandom())) {
      Files.writeString(folder.resolve("key"), key.text() + "\n");
      writeRandom(folder.resolve(PLAIN), run.size().mebibytes());
      ours(folder, key);
      fromTheLauncher(run, key.recipient().text());
      age(run, key.recipient().text());
      gpg(run);
      compare(run, rounds(run));
    } finally {
      Command.of(folder, "gpgconf", "--homedir", folder.toString(), "--kill", "all").printed();
    }
  }

  private void ours(Path folder, X25519Key key) {
    turns.put("seal, in process", inProcess("ours.age", () -> seal(folder, key)));
    turns.put("open, in process", inProcess("opened", () -> open(folder, key)));
  }

  private static Turn inProcess(String makes, Work work) {
    return new Turn(makes, () -> Work.spent(work));
  }

  private void fromTheLauncher(Run run, String recipient) throws Exception {
    var vigie = run.vigie().toString();
    // The first call may build.
    Command.of(run.folder(), vigie, "help").run();
    put(run, "seal, ./vigie", PLAIN + ".age", vigie, "seal", PLAIN, "-r", recipient);
    put(run, "open, ./vigie", "back", vigie, "open", "ours.age", "-i", "key", "-o", "back");
  }

  private void age(Run run, String recipient) throws Exception {
    var version = Command.of(run.folder(), "age", "--version").printed();
    if (version.isEmpty()) {
      run.report().line("age is not installed: apt-get install age");
      return;
    }
    run.report().line("age %s", version.get());
    put(run, "seal, age", "theirs.age", "age", "-r", recipient, "-o", "theirs.age", PLAIN);
    put(run, "open, age", "back", "age", "-d", "-i", "key", "-o", "back", "ours.age");
  }

  private void gpg(Run run) throws Exception {
    var version = Command.of(run.folder(), "gpg", "--version").printed();
    if (version.isEmpty()) {
      run.report().line("gpg is not installed: apt-get install gpg");
      return;
    }
    run.report()
        .line("%s, symmetric, AES-256, no compression", version.get().lines().toList().getFirst());
    var base =
        List.of(
            "gpg",
            "-q",
            "--batch",
            "--yes",
            "--no-options",
            "--homedir",
            run.folder().toString(),
            "--pinentry-mode",
            "loopback",
            "--passphrase",
            "not a secret",
            "--cipher-algo",
            "AES256",
            "--compress-algo",
            "none");
    put(run, "seal, gpg", "theirs.gpg", with(base, "-o", "theirs.gpg", "-c", PLAIN));
    put(run, "open, gpg", "back", with(base, "-o", "back", "-d", "theirs.gpg"));
  }

  private static String[] with(List<String> base, String... more) {
    var all = new ArrayList<>(base);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private void put(Run run, String name, String makes, String... words) {
    turns.put(name, new Turn(makes, () -> Command.of(run.folder(), words).run()));
  }

  private Map<String, Spent> rounds(Run run) throws Exception {
    var spent = new LinkedHashMap<String, List<Spent>>();
    for (var round = 0; round <= run.size().rounds(); round++) {
      for (var turn : turns.entrySet()) {
        Files.deleteIfExists(run.folder().resolve(turn.getValue().makes()));
        var took = turn.getValue().work().run();
        // The first round fills caches and lets the compiler work.
        if (round > 0) {
          spent.computeIfAbsent(turn.getKey(), name -> new ArrayList<>()).add(took);
        }
      }
      requireSame(run.folder());
    }
    var medians = new LinkedHashMap<String, Spent>();
    spent.forEach((name, rounds) -> medians.put(name, Spent.median(rounds)));
    return medians;
  }

  private static void requireSame(Path folder) throws IOException {
    for (var made : List.of("opened", "back")) {
      var file = folder.resolve(made);
      if (Files.exists(file) && Files.mismatch(folder.resolve(PLAIN), file) >= 0) {
        throw new IOException("what was opened is not what was sealed: " + made);
      }
    }
  }

  private static void compare(Run run, Map<String, Spent> medians) {
    var megabytes = run.size().mebibytes() * 1.048576;
    for (var entry : medians.entrySet()) {
      var spent = entry.getValue();
      run.report()
          .line(
              "%-18s %6.2f s, %5.0f MB/s, %5.2f processor seconds",
              entry.getKey(), spent.wall(), megabytes / spent.wall(), spent.processor());
    }
    for (var how :
        List.of("seal, in process", "seal, ./vigie", "open, in process", "open, ./vigie")) {
      var verb = how.substring(0, how.indexOf(','));
      ratio(run, medians, how, verb + ", age");
      ratio(run, medians, how, verb + ", gpg");
    }
  }

  private static void ratio(Run run, Map<String, Spent> medians, String ours, String peer) {
    var theirs = medians.get(peer);
    if (theirs == null) {
      return;
    }
    var mine = Objects.requireNonNull(medians.get(ours));
    var times = theirs.wall() / mine.wall();
    run.report()
        .line(
            "%s: %.2f × %s, %.2f by processor time",
            ours, times, peer, theirs.processor() / mine.processor());
    if (peer.endsWith("age")) {
      run.report().atLeast(ours + " ÷ age", times, ours.startsWith("seal") ? SEAL_BAR : OPEN_BAR);
    }
  }

  private static void seal(Path folder, X25519Key key) throws IOException {
    try (var in = Files.newInputStream(folder.resolve(PLAIN));
        var out =
            AgeFile.sealTo(
                Files.newOutputStream(folder.resolve("ours.age")), List.of(key.recipient()))) {
      out.transferFrom(in);
    }
  }

  private static void open(Path folder, X25519Key key) throws IOException, SealRefused {
    try (var in = AgeFile.open(Files.newInputStream(folder.resolve("ours.age")), List.of(key));
        var out = Files.newOutputStream(folder.resolve("opened"))) {
      in.transferTo(out);
    }
  }

  private static void writeRandom(Path to, int mebibytes) throws IOException {
    var random = new SecureRandom();
    try (var out = Files.newOutputStream(to)) {
      var mebibyte = new byte[1 << 20];
      for (var i = 0; i < mebibytes; i++) {
        random.nextBytes(mebibyte);
        out.write(mebibyte);
      }
    }
  }
}
