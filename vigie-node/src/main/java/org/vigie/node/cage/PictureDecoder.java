package org.vigie.node.cage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Turns pictures that Java does not read into PNG, with Debian's programs in a cage of their own:
 * HEIC and AVIF with heif-convert, WebP with ffmpeg. No network, no files but the programs of the
 * system, the picture in memory alone, bounded memory and time. Protects against what a picture
 * does to the decoder; does not protect whoever reads the PNG, which is as hostile as the picture,
 * and may hold metadata of it. Without bubblewrap there is none. Safe for use by several threads,
 * which take its {@link #turn} before they take a picture into memory.
 */
public final class PictureDecoder {

  /** The most bytes that go in, and that come out. */
  public static final int LONGEST = 96 * 1024 * 1024;

  /** The most points that ffmpeg decodes, whatever the picture said before. */
  private static final int MOST_PIXELS = 50_000_000;

  private static final CagedTool TOOL =
      new CagedTool(
          Duration.ofSeconds(60), 40, 2L * 1024 * 1024 * 1024, 256 * 1024 * 1024, 64, List.of());

  private static final Pattern VERSION =
      Pattern.compile("libheif version: ([0-9][0-9A-Za-z.+~-]{0,40})");

  /** Writes how many there are in a line of its own, then the first. */
  private static final String HEIF =
      "cat > in && heif-convert in out.png >/dev/null 2>&1 && ls out*.png | wc -l"
          + " && if test -f out.png; then cat out.png; else cat out-1.png; fi";

  private static final String WEBP =
      "cat > in && ffmpeg -nostdin -v quiet -max_pixels "
          + MOST_PIXELS
          + " -protocol_whitelist file -f webp_pipe -i file:in -map 0:v:0 -frames:v 1"
          + " -map_metadata -1 -bitexact -c:v png -f image2 file:out.png && echo 1 && cat out.png";

  private final Inquiry heif;
  private final Ffmpeg ffmpeg;
  private final Turn turn = new Turn();

  /** The program whose version is asked so, there is none while it has no answer; and ffmpeg. */
  PictureDecoder(Inquiry heif, Ffmpeg ffmpeg) {
    this.heif = heif;
    this.ffmpeg = ffmpeg;
  }

  /** With this ffmpeg, and heif-convert if this machine has it and can build its cage. */
  static PictureDecoder with(Ffmpeg ffmpeg) {
    return new PictureDecoder(Inquiry.of(PictureDecoder::asked), ffmpeg);
  }

  /** A decoder, or one that is not {@link #there} while this machine cannot build its cage. */
  public static PictureDecoder onThisMachine() {
    return with(Ffmpeg.onThisMachine());
  }

  private static String asked() throws CageRefused, IOException {
    if (!CagedTool.possible("heif-convert")) {
      return "";
    }
    var said = TOOL.run("heif-convert --help 2>&1 | head -n 3", new byte[0], 4096);
    var version = VERSION.matcher(new String(said, StandardCharsets.UTF_8));
    return version.find() ? version.group(1) : "";
  }

  /** That of a machine without any of its programs. */
  public static PictureDecoder none() {
    return new PictureDecoder(Inquiry.of(() -> ""), Ffmpeg.none());
  }

  /** What a picture is decoded with. */
  public enum Program {
    /** HEIC and AVIF. */
    HEIF,
    /** WebP. */
    FFMPEG,
    /** Not here. */
    NONE;

    /** That for pictures of a type. */
    public static Program of(String mediaType) {
      return switch (mediaType) {
        case "image/heic", "image/avif" -> HEIF;
        case "image/webp" -> FFMPEG;
        default -> NONE;
      };
    }
  }

  /** Whether pictures can be decoded here that this program is for. */
  public boolean there(Program program) {
    return switch (program) {
      case HEIF -> !heif.answer().isEmpty();
      case FFMPEG -> ffmpeg.there();
      case NONE -> false;
    };
  }

  /** What decodes: program and version. */
  public String tool(Program program) {
    return program == Program.HEIF ? "heif-convert " + heif.answer() : ffmpeg.tool();
  }

  /** To be held for as long as a picture, or what was made of it, is in memory. */
  public Turn turn() {
    return turn;
  }

  /**
   * What was decoded.
   *
   * @param png the first picture; not copied
   * @param pictures how many the file holds
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  public record Decoded(byte[] png, int pictures) {}

  /**
   * The first picture of a file as PNG, upright, with whatever metadata the program leaves in it.
   *
   * @param picture {@link #LONGEST} bytes at most, of which somebody looked how large it says it is
   * @throws CageRefused {@code cage.failed} if it cannot be read or the program is not there,
   *     {@code cage.time}, {@code cage.output}
   */
  public Decoded decode(byte[] picture, Program program) throws CageRefused, IOException {
    if (!there(program) || picture.length > LONGEST) {
      throw new CageRefused("cage.failed");
    }
    return parted(TOOL.run(program == Program.HEIF ? HEIF : WEBP, picture, LONGEST));
  }

  /** What comes from the cage is believed only as far as it has the form we gave it. */
  private static Decoded parted(byte[] said) throws CageRefused {
    var from = 0;
    while (from < said.length && said[from] != '\n') {
      from++;
    }
    var number = new String(said, 0, Math.min(from, 9), StandardCharsets.US_ASCII).strip();
    if (from == said.length || !number.matches("[1-9][0-9]{0,5}")) {
      throw new CageRefused("cage.failed");
    }
    var png = Arrays.copyOfRange(said, from + 1, said.length);
    return new Decoded(png, Integer.parseInt(number));
  }
}
