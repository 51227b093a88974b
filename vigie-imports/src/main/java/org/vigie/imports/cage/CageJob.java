package org.vigie.imports.cage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.detect.Enclosed;
import org.vigie.imports.picture.Box;

/**
 * What is to be done with one document in the cage.
 *
 * @param name read, image, size, text, audio, claims, levels, page, readings, files, enclosed,
 *     enclosed-all or redact-image
 * @param options short values without line ends
 */
public record CageJob(String name, Map<String, String> options) {

  private static final Set<String> THROUGHOUT =
      Set.of("read", "claims", "files", "enclosed", "enclosed-all");

  /** Keeps the options in order and refuses line ends in them. */
  public CageJob {
    options = Map.copyOf(new TreeMap<>(options));
    for (var value : options.values()) {
      if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
        throw new IllegalArgumentException("an option holds a line end");
      }
    }
  }

  /** Whether it may have to go through a whole document, so that a longer one takes it longer. */
  public boolean throughout() {
    return THROUGHOUT.contains(name);
  }

  /** Messages as JSON lines with {@code offset} and {@code length}, and the report beside them. */
  public static CageJob read(ReadOptions options) {
    var all = new TreeMap<String, String>();
    if (options.format() != null) {
      all.put("format", options.format());
    }
    if (options.dateOrder() != null) {
      all.put("date-order", options.dateOrder().text());
    }
    if (options.zone() != null) {
      all.put("zone", options.zone().getId());
    }
    all.put("inflated", Long.toString(options.limits().inflatedBytes()));
    return new CageJob("read", all);
  }

  /**
   * A PNG without metadata; facts {@code format width height frames shown-width shown-height}.
   *
   * @param longestSide the most pixels of the longer side
   */
  public static CageJob image(int longestSide) {
    return new CageJob("image", Map.of("side", Integer.toString(longestSide)));
  }

  /**
   * The same with boxes painted over, in pixels of the picture as it is shown upright.
   *
   * @param plain one colour, the mean of all that is covered, and not black
   */
  public static CageJob redactImage(int longestSide, List<Box> boxes, boolean plain) {
    var all = new TreeMap<String, String>();
    all.put("side", Integer.toString(longestSide));
    all.put("boxes", boxes(boxes));
    if (plain) {
      all.put("plain", "yes");
    }
    return new CageJob("redact-image", all);
  }

  /** The same with boxes painted black and others shown in opposite colours. */
  public static CageJob markImage(int longestSide, List<Box> boxes, List<Box> marks) {
    return new CageJob(
        "redact-image",
        Map.of(
            "side", Integer.toString(longestSide), "boxes", boxes(boxes), "marks", boxes(marks)));
  }

  private static String boxes(List<Box> boxes) {
    var all = new ArrayList<String>();
    for (var box : boxes) {
      all.add(
          String.format(Locale.ROOT, "%d,%d,%d,%d", box.x(), box.y(), box.width(), box.height()));
    }
    return String.join(" ", all);
  }

  /** Nothing but facts of a picture that is decoded elsewhere: {@code width height}. */
  public static CageJob size() {
    return new CageJob("size", Map.of());
  }

  /** UTF-8 text without control characters, 2 MiB at most; facts {@code cut encoding}. */
  public static CageJob text() {
    return new CageJob("text", Map.of());
  }

  /** The same with the five characters that HTML knows written as references. */
  public static CageJob escapedText() {
    return new CageJob("text", Map.of("escape", "html"));
  }

  /** Nothing but facts: {@code codec channels rate millis}, {@code sound-only} of MP4. */
  public static CageJob audio() {
    return new CageJob("audio", Map.of());
  }

  /**
   * What the document says of itself, as the report: {@code {"claims":[…]}}.
   *
   * @param mailKeys lines of public keys of mail servers, as the name service gives them
   */
  public static CageJob claims(List<String> mailKeys) {
    var keys = String.join("\n", mailKeys).getBytes(StandardCharsets.UTF_8);
    return new CageJob("claims", Map.of("keys", Base64.getEncoder().encodeToString(keys)));
  }

  /**
   * A page of a PDF as a PNG; facts {@code page pages shown-width shown-height}.
   *
   * @param number from 1
   * @param longestSide the most pixels of the longer side
   */
  public static CageJob page(int number, int longestSide) {
    return new CageJob(
        "page", Map.of("number", Integer.toString(number), "side", Integer.toString(longestSide)));
  }

  /**
   * Everything a PDF says in any way, for a search: texts in UTF-8 and decoded streams, each after
   * its length in four bytes.
   */
  public static CageJob readings() {
    return new CageJob("readings", Map.of());
  }

  /** Nothing but facts of a WAV recording: {@code millis levels}, two digits a step. */
  public static CageJob levels() {
    return new CageJob("levels", Map.of());
  }

  /**
   * The files that an archive says it holds, by name, as JSON lines {@code name size closed}; facts
   * {@code files closed whole paper}.
   */
  public static CageJob files() {
    return new CageJob("files", Map.of());
  }

  /**
   * The bytes of one file of an archive, of mail or of a backup of text messages, as they are.
   *
   * @param name as a message or the directory of the archive writes it
   * @param at where the message that names it begins
   */
  public static CageJob enclosed(String name, long at) {
    return new CageJob("enclosed", Map.of("name", name, "at", Long.toString(at)));
  }

  /**
   * The bytes of several such files one after another; fact {@code lengths}, in their order, -1 for
   * each that could not be had.
   *
   * @param most bytes of all together
   */
  public static CageJob enclosedAll(List<Enclosed.Wanted> files, int most) {
    var names = new ArrayList<String>();
    for (var file : files) {
      var name = file.name().getBytes(StandardCharsets.UTF_8);
      names.add(file.at() + ":" + Base64.getEncoder().encodeToString(name));
    }
    return new CageJob(
        "enclosed-all", Map.of("files", String.join(" ", names), "most", Integer.toString(most)));
  }
}
