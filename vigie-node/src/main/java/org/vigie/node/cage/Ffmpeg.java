package org.vigie.node.cage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Debian's ffmpeg in a cage of its own: no network, no files but the programs of the system, the
 * recording in memory alone. Without bubblewrap there is none: ffmpeg reads hostile files with much
 * code. Safe for use by several threads, which take its {@link #turn} before they take a recording
 * into memory.
 */
final class Ffmpeg {

  /** The most bytes that go in, and that come out. */
  static final int LONGEST = 96 * 1024 * 1024;

  /**
   * Puts each sample where the recording says that it is heard, as players do: where its time leaps
   * (packets lost, a pause, an edit), as much silence. Without it the samples follow one another,
   * and everything behind the hole is too early.
   */
  static final String IN_TIME = "aresample=async=1:min_hard_comp=0.05:first_pts=0";

  /**
   * How much earlier or later, in milliseconds, something may be than its time says: compensation
   * begins at 50, and codecs need about as much to begin.
   */
  static final long SLACK = 100;

  /** By so many milliseconds what is decoded may differ from what the recording says it lasts. */
  private static final long MOST_DIFFERENCE = 300;

  private static final String READ =
      " -protocol_whitelist file -i file:in -map 0:a:0 -map_metadata -1 -bitexact ";

  private static final CagedTool TOOL =
      new CagedTool(Turn.LONGEST, 150, 2L * 1024 * 1024 * 1024, 512 * 1024 * 1024, 256, List.of());

  private final Inquiry version;
  private final Turn turn;

  /** The program whose version is asked so; there is none while it has no answer. */
  Ffmpeg(Inquiry version) {
    this(version, new Turn());
  }

  /** Likewise, with this turn. */
  Ffmpeg(Inquiry version, Turn turn) {
    this.version = version;
    this.turn = turn;
  }

  /** The program, or one that is not {@link #there} while this machine cannot build its cage. */
  static Ffmpeg onThisMachine() {
    return new Ffmpeg(Inquiry.of(Ffmpeg::asked));
  }

  private static String asked() throws CageRefused, IOException {
    if (!CagedTool.possible("ffmpeg")) {
      return "";
    }
    var said = TOOL.run("ffmpeg -version", new byte[0], 64 * 1024);
    var words = new String(said, StandardCharsets.UTF_8).split("\\s+", 4);
    var known = words.length > 2 && words[0].equals("ffmpeg");
    return known ? words[2].replaceAll("[^0-9A-Za-z.+~-]", "") : "";
  }

  /** That of a machine without it. */
  static Ffmpeg none() {
    return new Ffmpeg(Inquiry.of(() -> ""));
  }

  /** Whether it can be run here. */
  boolean there() {
    return !version.answer().isEmpty();
  }

  /** Program and version. */
  String tool() {
    return "ffmpeg " + version.answer();
  }

  /** To be held for as long as a recording, or what was made of it, is in memory. */
  Turn turn() {
    return turn;
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
    var script = "cat > in && ffmpeg -nostdin -v quiet" + READ + options + " file:out && cat out";
    return run(script, recording, LONGEST);
  }

  /**
   * WAV with samples of 16 bits, each at the time at which players have it.
   *
   * @param filters after {@link #IN_TIME}, each behind a comma, or empty
   * @param options how to write it beside that, or empty
   * @throws CageRefused as {@link #convert}; {@code cage.shifted} if the recording begins at
   *     another time than 0 or says that it lasts longer or shorter than what was decoded
   */
  byte[] wavInTime(byte[] recording, String filters, String options)
      throws CageRefused, IOException {
    var how = "-af '" + IN_TIME + filters + "' " + options;
    // It stops soon after the most that is taken, so that what is too long is refused, never cut.
    var made = convert(recording, how + " -fs " + 2 * LONGEST + " -c:a pcm_s16le -f wav");
    var length = Wav.millis(made);
    var said = said(recording);
    if (Math.abs(said.start()) > SLACK
        || (said.length() >= 0 && Math.abs(length - said.length()) > MOST_DIFFERENCE)) {
      throw new CageRefused("cage.shifted");
    }
    return made;
  }

  /** What a recording says of its time, in milliseconds; a length of -1 where it says none. */
  private record Said(long start, long length) {}

  private Said said(byte[] recording) throws CageRefused, IOException {
    var script =
        "cat > in; ffprobe -v warning -protocol_whitelist file -i file:in"
            + " -show_entries format=start_time,duration -of default=nw=1 2> warned;"
            // A length worked out of the bit rate is nothing that the recording says.
            + " grep -q 'Estimating duration' warned && echo duration=none; true";
    var lines = new String(run(script, recording, 4096), StandardCharsets.UTF_8).lines();
    var start = 0L;
    var length = -1L;
    for (var line : lines.toList()) {
      var value = line.substring(line.indexOf('=') + 1);
      var millis = value.matches("-?[0-9]{1,9}\\.[0-9]{1,9}") ? millis(value) : -1;
      if (line.startsWith("start_time=")) {
        start = value.equals("N/A") ? 0 : millis;
      } else if (line.startsWith("duration=")) {
        length = millis;
      }
    }
    return new Said(start, length);
  }

  /** However many runs one turn is made of, together they end when it has lasted long enough. */
  private byte[] run(String script, byte[] in, int most) throws CageRefused, IOException {
    var left = turn.left();
    if (!left.isPositive()) {
      throw new CageRefused("cage.time", Turn.LONGEST.toSeconds());
    }
    return TOOL.within(left).run(script, in, most);
  }

  private static long millis(String seconds) {
    return Math.round(Double.parseDouble(seconds) * 1000);
  }
}
