package org.vigie.node.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.matching.share.ShareLimits;
import org.vigie.node.NodeServer;
import org.vigie.node.demo.DemoClock;
import org.vigie.node.demo.DemoHouse;
import org.vigie.node.demo.Parts;
import org.vigie.node.demo.story.Story;
import org.vigie.node.ops.SettingsReader;
import org.vigie.seal.ArgonPolicy;

/**
 * A furnished home of the fictional house, kept beside the program so that the next demonstration
 * only copies it: reading every exhibit in its cage takes half a minute. Every date in it hangs on
 * the day it was made; after a week it is made again.
 *
 * @param folder holds {@code home}
 * @param day the day it hangs on
 * @param language of the house
 * @param passphrase of every account
 */
record DemoTemplate(Path folder, LocalDate day, Language language, String passphrase) {

  /** Guessing is cheap here: there is nothing to find, and eleven accounts to make. */
  static final ArgonPolicy CHEAP = new ArgonPolicy(1024, 1, 1);

  private static final int DAYS = 7;
  private static final String PASSPHRASE = "passphrase";
  private static final String PART = "part-";

  /**
   * The template for today, made if there is none that is young enough.
   *
   * @param shelf where templates are kept; null to keep none
   * @param work a folder for one that cannot be kept
   * @param making told before one is made
   */
  static DemoTemplate ready(@Nullable Path shelf, Path work, Language language, Runnable making)
      throws IOException, Refusal {
    var today = today();
    if (shelf == null || !Files.isWritable(shelf)) {
      making.run();
      return make(work.resolve("template"), today, language);
    }
    for (var age = 0; age < DAYS; age++) {
      var day = today.minusDays(age);
      var folder = place(shelf, day, language);
      if (Files.exists(folder)) {
        return new DemoTemplate(
            folder, day, language, Files.readString(folder.resolve(PASSPHRASE), UTF_8));
      }
    }
    making.run();
    return renew(shelf, today, language);
  }

  /** Copies the home to {@code home}. */
  void copyTo(Path home) throws IOException {
    var from = folder.resolve("home");
    try (var all = Files.walk(from)) {
      for (var file : all.toList()) {
        var to = home.resolve(from.relativize(file).toString());
        if (!Files.isDirectory(file)) {
          Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
        } else if (!Files.exists(to)) {
          Files.createDirectory(to);
        }
      }
    }
  }

  private static DemoTemplate renew(Path shelf, LocalDate today, Language language)
      throws IOException, Refusal {
    try (var old = Files.list(shelf)) {
      for (var folder : old.toList()) {
        if (folder.getFileName().toString().startsWith(language.tag() + "-")
            || unfinished(folder)) {
          new TemporaryHome(folder).close();
        }
      }
    }
    try (var part = new TemporaryHome(shelf.resolve(PART + UUID.randomUUID()))) {
      var made = make(part.folder(), today, language);
      var folder = place(shelf, today, language);
      Files.move(part.folder(), folder, StandardCopyOption.ATOMIC_MOVE);
      return new DemoTemplate(folder, today, language, made.passphrase());
    }
  }

  /** Begun by a demonstration that was killed: making one takes a minute, not an hour. */
  private static boolean unfinished(Path folder) throws IOException {
    var hourAgo = clock().instant().minus(Duration.ofHours(1));
    return folder.getFileName().toString().startsWith(PART)
        && Files.getLastModifiedTime(folder).toInstant().isBefore(hourAgo);
  }

  private static DemoTemplate make(Path folder, LocalDate today, Language language)
      throws IOException, Refusal {
    var home = Files.createDirectories(folder.resolve("home"));
    // Months of a story are told in a minute: the share host's own clock would count them as a day.
    new ShareLimits(200, 2_000, 10_000, 100).write(Files.createDirectories(home.resolve("share")));
    var clock = clock();
    var settings = SettingsReader.read(home, Map.of()).listening("127.0.0.1", 0);
    try (var node = NodeServer.start(settings, clock, CHEAP)) {
      var house = new DemoHouse(partsOf(node), clock, Story.on(today), language);
      house.furnish();
      Files.writeString(folder.resolve(PASSPHRASE), house.passphrase(), UTF_8);
      return new DemoTemplate(folder, today, language, house.passphrase());
    }
  }

  private static Path place(Path shelf, LocalDate day, Language language) {
    return shelf.resolve(language.tag() + "-" + day);
  }

  @SuppressForbidden(reason = "a demonstration happens today, in the machine's time zone")
  private static LocalDate today() {
    return LocalDate.now(Clock.system(ZoneId.systemDefault()));
  }

  @SuppressForbidden(reason = "a demonstration goes with the real clock")
  private static DemoClock clock() {
    return new DemoClock(Clock.systemUTC());
  }

  static Parts partsOf(NodeServer node) {
    return new Parts() {
      @Override
      public <T> T part(Class<T> type) {
        return node.part(type);
      }

      @Override
      public <T> List<T> all(Class<T> type) {
        return node.parts(type);
      }
    };
  }
}
