package org.vigie.node.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.kernel.Language;
import org.vigie.node.cage.Cage;
import org.vigie.node.cage.CageLimits;
import org.vigie.node.cage.OfficePrinter;
import org.vigie.node.cage.PictureDecoder;
import org.vigie.node.ops.Home;
import org.vigie.node.ops.NodeSettings;
import org.vigie.node.picture.Lettering;

/** Looks at the machine and at a home, and changes nothing. */
public final class Doctor {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long LITTLE_MIB = 1024;
  private static final long NOTHING_MIB = 64;

  /** A word in every script that papers and pictures are set in. */
  private static final Map<Language, String> LETTERS =
      Map.of(
          Language.FR, "œuvre",
          Language.RU, "слово",
          Language.UG, "سۆز",
          Language.UR, "لفظ",
          Language.BO, "ཚིག",
          Language.ZH_HANS, "字");

  private final SecureRandom random;
  private final InstantSource clock;

  /** A doctor; {@code random} and {@code clock} are what a read of the custody log asks for. */
  public Doctor(SecureRandom random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  /** Looks at the machine. */
  public List<Observation> machine() {
    var seen = new ArrayList<>(new Machine(Path.of("/")).look());
    seen.add(cage());
    seen.add(office());
    var pictures = PictureDecoder.onThisMachine();
    seen.add(decodes(pictures, PictureDecoder.Program.HEIF, "doctor.heif"));
    seen.add(decodes(pictures, PictureDecoder.Program.FFMPEG, "doctor.webp"));
    seen.add(letters());
    seen.add(startUpCache());
    return seen;
  }

  /** Looks at a home with its settings. */
  public List<Observation> home(NodeSettings settings) {
    var seen = new ArrayList<Observation>();
    var folder = settings.home();
    var home = new Home(folder);
    if (!Files.isDirectory(folder)) {
      seen.add(Observation.ok("doctor.home.none", folder));
      return seen;
    }
    seen.add(space(folder));
    seen.add(closed(home));
    if (!settings.stores().database().isBlank()) {
      seen.add(Observation.advice("doctor.database.elsewhere"));
    } else if (Files.exists(home.database())) {
      seen.addAll(new HomeAudit(home).look(random, clock));
      seen.add(blobs(home, settings));
    } else {
      seen.add(Observation.ok("doctor.home.empty", folder));
    }
    if (!settings.timeStamps().isBlank()) {
      seen.add(authority(settings.timeStamps()));
    }
    return seen;
  }

  private static Observation cage() {
    try {
      var level = Cage.onThisMachine(CageLimits.USUAL).level();
      return level.isolated() && level.filtered()
          ? Observation.ok(level.key())
          : Observation.advice(level.key());
    } catch (IOException none) {
      return Observation.wrong("doctor.cage.none");
    }
  }

  private static Observation office() {
    var printer = OfficePrinter.onThisMachine();
    return printer.there()
        ? Observation.ok("doctor.office", printer.tool())
        : Observation.advice("doctor.office.none");
  }

  private static Observation decodes(
      PictureDecoder decoder, PictureDecoder.Program program, String key) {
    return decoder.there(program)
        ? Observation.ok(key, decoder.tool(program))
        : Observation.advice(key + ".none");
  }

  private static Observation letters() {
    try {
      for (var word : LETTERS.entrySet()) {
        if (new Lettering(word.getKey(), 12, false).width(word.getValue()) <= 0) {
          return Observation.wrong("doctor.letters.missing");
        }
      }
      return Observation.ok("doctor.letters", LETTERS.size());
    } catch (RuntimeException | LinkageError noFontLibrary) {
      return Observation.wrong("doctor.letters.missing");
    }
  }

  private static Observation startUpCache() {
    var app = System.getProperty("vigie.app");
    return app != null && Files.exists(Path.of(app, "vigie.aot"))
        ? Observation.ok("doctor.aot")
        : Observation.advice("doctor.aot.none");
  }

  private static Observation space(Path folder) {
    try {
      var free = Files.getFileStore(folder).getUsableSpace() >> 20;
      if (free < NOTHING_MIB) {
        return Observation.wrong("doctor.space.none", free);
      }
      return free < LITTLE_MIB
          ? Observation.advice("doctor.space.little", free)
          : Observation.ok("doctor.space", free);
    } catch (IOException unknown) {
      return Observation.wrong("doctor.home.unreadable", folder);
    }
  }

  /** Whether other accounts of the machine can enter. */
  private static Observation closed(Home home) {
    try {
      var files =
          new ArrayList<>(
              List.of(home.folder(), home.keys(), home.blobs(), home.log(), home.share()));
      files.add(home.witness());
      files.add(home.database());
      for (var file : files) {
        if (Files.exists(file) && open(Files.getPosixFilePermissions(file))) {
          return Observation.wrong("doctor.home.open", file);
        }
      }
      return Files.isWritable(home.folder())
          ? Observation.ok("doctor.home.closed")
          : Observation.wrong("doctor.home.not-ours", home.folder());
    } catch (IOException unknown) {
      return Observation.wrong("doctor.home.unreadable", home.folder());
    } catch (UnsupportedOperationException noOwners) {
      return Observation.advice("doctor.home.no-owners");
    }
  }

  private static boolean open(Set<PosixFilePermission> permissions) {
    return permissions.stream().anyMatch(it -> !it.name().startsWith("OWNER_"));
  }

  private static Observation blobs(Home home, NodeSettings settings) {
    var address = settings.stores().blobs();
    var folder = address.isBlank() ? home.blobs() : Path.of(URI.create(address));
    try {
      var seen = new SealedFiles(folder).look();
      if (seen.damaged() > 0) {
        return Observation.wrong("doctor.blobs.damaged", seen.damaged(), seen.whole());
      }
      return seen.unfinished() > 0
          ? Observation.advice("doctor.blobs.unfinished", seen.whole(), seen.unfinished())
          : Observation.ok("doctor.blobs", seen.whole());
    } catch (IOException unreadable) {
      return Observation.wrong("doctor.blobs.unreadable", folder);
    }
  }

  private static Observation authority(String address) {
    try (var browser = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
      browser.send(request, BodyHandlers.discarding());
      return Observation.ok("doctor.tsa", address);
    } catch (IOException | IllegalArgumentException unreachable) {
      return Observation.wrong("doctor.tsa.unreachable", address);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Observation.wrong("doctor.tsa.unreachable", address);
    }
  }
}
