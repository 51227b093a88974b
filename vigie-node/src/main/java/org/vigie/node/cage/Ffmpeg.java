package org.vigie.node.cage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Debian's ffmpeg in a cage of its own: no network, no files but the programs of the system, the
 * recording in memory alone. Without bubblewrap there is none: ffmpeg reads hostile files with much
 * code. Safe for use by several threads.
 */
final class Ffmpeg {

  /** The most bytes that go in, and that come out. */
  static final int LONGEST = 96 * 1024 * 1024;

  private static final CagedTool TOOL =
      new CagedTool(
          Duration.ofMinutes(3), 150, 2L * 1024 * 1024 * 1024, 512 * 1024 * 1024, List.of());

  private final String version;

  private Ffmpeg(String version) {
    this.version = version;
  }

  /** The program, or one that is not {@link #there} where this machine cannot build its cage. */
  static Ffmpeg onThisMachine() {
    if (!CagedTool.possible("ffmpeg")) {
      return none();
    }
    try {
      var said = TOOL.run("ffmpeg -version", new byte[0], 64 * 1024);
      var words = new String(said, StandardCharsets.UTF_8).split("\\s+", 4);
      var known = words.length > 2 && words[0].equals("ffmpeg");
      return new Ffmpeg(known ? words[2].replaceAll("[^0-9A-Za-z.+~-]", "") : "");
    } catch (CageRefused | IOException notHere) {
      return none();
    }
  }

  /** That of a machine without it. */
  static Ffmpeg none() {
    return new Ffmpeg("");
  }

  /** Whether it can be run here. */
  boolean there() {
    return !version.isEmpty();
  }

  /** Program and version. */
  String tool() {
    return "ffmpeg " + version;
  }

  /**
   * What ffmpeg makes of a recording.
   *
   * @param options between the input and the output: what to take and how to change and write it
   * @throws CageRefused {@code cage.failed} if it cannot be read or the program is not there,
   *     {@code cage.time}, {@code cage.output}
   */
  byte[] convert(byte[] recording, String options) throws CageRefused, IOException {
    if (!there() || recording.length > LONGEST) {
      throw new CageRefused("cage.failed");
    }
    var script =
        "cat > in && ffmpeg -nostdin -v quiet -protocol_whitelist file -i file:in -map 0:a:0"
            + " -map_metadata -1 -bitexact "
            + options
            + " file:out && cat out";
    return TOOL.run(script, recording, LONGEST);
  }
}
