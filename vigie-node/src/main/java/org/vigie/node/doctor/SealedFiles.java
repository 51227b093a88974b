package org.vigie.node.doctor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The folder of sealed files. Whether each begins as an age file does; what is inside, and whether
 * one is missing, only a member's key can tell.
 *
 * @param folder where they lie
 */
record SealedFiles(Path folder) {

  private static final byte[] AGE = "age-encryption.org/v1\n".getBytes(US_ASCII);
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");

  /**
   * What is there.
   *
   * @param whole begin as they must
   * @param damaged do not
   * @param unfinished half written, by an upload that runs or was cut
   */
  record Seen(int whole, int damaged, int unfinished) {}

  Seen look() throws IOException {
    var whole = 0;
    var damaged = 0;
    var unfinished = 0;
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        if (!NAME.matcher(file.getFileName().toString()).matches()) {
          unfinished++;
        } else if (begins(file)) {
          whole++;
        } else {
          damaged++;
        }
      }
    }
    return new Seen(whole, damaged, unfinished);
  }

  private static boolean begins(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Arrays.compare(in.readNBytes(AGE.length), AGE) == 0;
    } catch (NoSuchFileException erased) {
      return true;
    }
  }
}
