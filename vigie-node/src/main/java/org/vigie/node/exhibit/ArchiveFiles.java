package org.vigie.node.exhibit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.imports.archive.Meant;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.Refusal;
import org.vigie.register.ForgetfulJson;
import org.vigie.register.OpenRegister;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The files in an exhibit that is an archive, as the cage listed them: claims of the archive. */
public final class ArchiveFiles {

  /** The kind of the list that was made. */
  public static final String KIND = "files";

  /** No archive that is opened holds more. */
  static final int MOST = 100_000;

  private static final Set<String> TYPES =
      Set.of("application/zip", "application/gzip", "application/x-tar");
  private static final JsonMapper JSON = ForgetfulJson.builder().build();

  private final List<File> files;
  private final Map<String, String> facts;
  private final Meant<File> meant;

  private ArchiveFiles(List<File> files, Map<String, String> facts) {
    this.files = List.copyOf(files);
    this.facts = facts;
    var open = files.stream().filter(file -> !file.closed()).toList();
    this.meant = new Meant<>(open, File::path);
  }

  /**
   * One of them.
   *
   * @param number from 1, in the order of the list
   * @param path as the archive writes it
   * @param size bytes, as it claims
   * @param closed whether it cannot be taken out
   */
  public record File(int number, String path, long size, boolean closed) {}

  /** Whether {@code exhibit} is of a type that holds files. */
  static boolean isArchive(Exhibit exhibit) {
    return TYPES.contains(exhibit.received().file().mediaType());
  }

  /** Whether its files are listed: it is an archive, and no paper that is one in form alone. */
  public static boolean possible(Exhibit exhibit) {
    return isArchive(exhibit) && exhibit.office().isEmpty();
  }

  /**
   * Those of {@code exhibit}, if they were listed.
   *
   * @throws IOException if the list cannot be read
   */
  public static Optional<ArchiveFiles> of(OpenRegister file, Exhibit exhibit)
      throws Refusal, IOException {
    var made = exhibit.derived(KIND);
    if (made.isEmpty() || !possible(exhibit)) {
      return Optional.empty();
    }
    var files = new ArrayList<File>();
    try (var in = file.openBlob(new BlobId(made.get().bytes().blob()));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        read(line, files);
      }
    }
    return Optional.of(new ArchiveFiles(files, Facts.of(made.get().report())));
  }

  /** What came out of the cage is believed only as far as it makes sense. */
  private static void read(String line, List<File> files) {
    try {
      var json = JSON.readTree(line);
      var path = json.path("name").asString("");
      var size = json.path("size").asLong(-1);
      var sensible = !path.isEmpty() && size >= 0 && path.chars().noneMatch(c -> c < ' ');
      if (sensible && files.size() < MOST) {
        var closed = json.path("closed").asBoolean(false);
        files.add(new File(files.size() + 1, path, size, closed));
      }
    } catch (JacksonException notOurs) {
      return;
    }
  }

  /** All of them. */
  public List<File> all() {
    return files;
  }

  /** Those that cannot be taken out. */
  public List<File> closed() {
    return files.stream().filter(File::closed).toList();
  }

  /** The one with this number, if it can be taken out. */
  public Optional<File> numbered(int number) {
    return number < 1 || number > files.size()
        ? Optional.empty()
        : Optional.of(files.get(number - 1)).filter(file -> !file.closed());
  }

  /** Whether the archive has no end, so that files may be missing. */
  public boolean cutOff() {
    return "no".equals(facts.get("whole"));
  }

  /** Whether it looks like a paper of an office program. */
  public boolean paper() {
    return "yes".equals(facts.get("paper"));
  }

  /** Where {@code file} lies, as the step of taking it out notes it. */
  TakenFrom place(Exhibit archive, File file) {
    return TakenFrom.list(archive.id(), meant.enough(file.path()), file.path());
  }

  /** The exhibits that files of {@code archive} have become, by the number of the file. */
  public Map<Integer, Exhibit> takenOut(Exhibit archive, List<Exhibit> exhibits) {
    var became = new HashMap<Integer, Exhibit>();
    for (var exhibit : exhibits) {
      Enclosures.place(exhibit)
          .filter(place -> place.exhibit().equals(archive.id()) && place.at() < 0)
          .flatMap(place -> meant.by(path(place, exhibit)))
          .ifPresent(file -> became.putIfAbsent(file.number(), exhibit));
    }
    return Map.copyOf(became);
  }

  private static String path(TakenFrom place, Exhibit exhibit) {
    return place.path().isEmpty() ? exhibit.received().file().name() : place.path();
  }
}
