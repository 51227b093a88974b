package org.vigie.node.exhibit;

import static org.vigie.node.casefile.Defaults.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.register.ForgetfulJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of an exhibit is covered in a copy; kept with the copy, so that the next one can begin where
 * it left off. It says where, never what was there.
 *
 * @param units numbers of messages or lines, from 0
 * @param cells numbers of cells of the grid over a picture, from 1
 * @param areas further parts of a picture
 * @param spans parts of a recording
 * @param masked whether the voice of a recording is masked
 * @param plain whether what is covered of a picture has one colour, the mean of it, and not black
 */
public record CoverPlan(
    List<Integer> units,
    List<Integer> cells,
    List<Area> areas,
    List<Span> spans,
    boolean masked,
    boolean plain) {

  /** Covers nothing. */
  public static final CoverPlan NOTHING = new CoverPlan(List.of(), List.of(), List.of(), List.of());

  private static final JsonMapper JSON =
      ForgetfulJson.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** A plan that masks no voice. */
  public CoverPlan(List<Integer> units, List<Integer> cells, List<Area> areas, List<Span> spans) {
    this(units, cells, areas, spans, false, false);
  }

  /** Reads tolerantly. */
  public CoverPlan {
    units = list(units);
    cells = list(cells);
    areas = list(areas);
    spans = list(spans);
  }

  /** A part of a picture, in hundredths of its width and height, from the upper left. */
  public record Area(int left, int top, int width, int height) {

    private static final Pattern TEXT =
        Pattern.compile("([0-9]{1,3}),([0-9]{1,3}),([0-9]{1,3}),([0-9]{1,3})");

    /** {@code left,top,width,height}, cut off at the edges of the picture; empty if it is none. */
    public static Optional<Area> parse(String text) {
      var parts = TEXT.matcher(text);
      if (!parts.matches()) {
        return Optional.empty();
      }
      var left = Math.min(100, Integer.parseInt(parts.group(1)));
      var top = Math.min(100, Integer.parseInt(parts.group(2)));
      var width = Math.min(100 - left, Integer.parseInt(parts.group(3)));
      var height = Math.min(100 - top, Integer.parseInt(parts.group(4)));
      return width > 0 && height > 0
          ? Optional.of(new Area(left, top, width, height))
          : Optional.empty();
    }

    /** As {@link #parse} reads it. */
    public String text() {
      return left + "," + top + "," + width + "," + height;
    }
  }

  /** A part of a recording, in milliseconds from its start. */
  public record Span(long from, long to) {}

  /** The plan of a copy; nothing if there is none or it cannot be read. */
  public static CoverPlan of(@Nullable String report) {
    if (report == null || report.isBlank()) {
      return NOTHING;
    }
    try {
      return JSON.readValue(report, CoverPlan.class);
    } catch (JacksonException unreadable) {
      return NOTHING;
    }
  }

  /** As it is kept. */
  public String json() {
    return JSON.writeValueAsString(this);
  }

  /**
   * Numbers from 1 as people write them, {@code 1-40, 77}; what is no number is left out.
   *
   * @param most the greatest number there is
   */
  public static List<Integer> numbers(String typed, int most) {
    var numbers = new TreeSet<Integer>();
    for (var part : typed.split("[,;\\s]+", -1)) {
      var ends = part.replace('–', '-').split("-", -1);
      if (ends.length <= 2 && digits(ends[0]) && digits(ends[ends.length - 1])) {
        var first = Integer.parseInt(ends[0]);
        var last = Math.min(most, Integer.parseInt(ends[ends.length - 1]));
        for (var i = Math.max(1, first); i <= last; i++) {
          numbers.add(i);
        }
      }
    }
    return new ArrayList<>(numbers);
  }

  private static boolean digits(String text) {
    return text.matches("[0-9]{1,7}");
  }
}
