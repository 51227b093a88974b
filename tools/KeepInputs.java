import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What {@code tools/fuzz keep} leaves of a search: the smallest files of a folder, as many as fit, in an archive whose
 * bytes depend on them alone, numbered. The tests replay them.
 */
public final class KeepInputs {

  private static final LocalDateTime SOME_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private KeepInputs() {}

  /** Takes the folder, the archive, and how many bytes may be kept. */
  public static void main(String[] words) throws IOException {
    var left = Long.parseLong(words[2]);
    try (var files = Files.list(Path.of(words[0]));
        var zip = new ZipOutputStream(Files.newOutputStream(Path.of(words[1])))) {
      var bySize = Comparator.<Path>comparingLong(file -> file.toFile().length()).thenComparing(Path::getFileName);
      var number = 0;
      for (var file : files.sorted(bySize).toList()) {
        left -= Files.size(file);
        if (left < 0) {
          break;
        }
        var entry = new ZipEntry(Integer.toString(++number));
        entry.setTimeLocal(SOME_TIME);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
      }
    }
  }
}
