package org.vigie.node.exhibit;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import java.util.List;

/**
 * A translation or transcript kept beside an exhibit, whole; the last entry with the same {@code
 * rendering} counts, earlier ones stay readable. It never takes the place of the original.
 *
 * @param rendering identifier within the case
 * @param exhibit what it renders
 * @param kind {@code translation} or {@code transcript}
 * @param place which part of the exhibit
 * @param hand who made it
 * @param language BCP 47 tag of the rendering itself, or empty
 * @param manner what was noticed of the manner of speech in the original: a dialect, a mixing of
 *     languages; or empty
 * @param words the rendering
 * @param withdrawn true when it was kept by mistake
 */
public record RenderingMade(
    String rendering,
    String exhibit,
    String kind,
    Place place,
    Hand hand,
    String language,
    String manner,
    String words,
    boolean withdrawn) {

  /** Of what is read. */
  public static final String TRANSLATION = "translation";

  /** Of what is heard or seen. */
  public static final String TRANSCRIPT = "transcript";

  /** Longest text kept. */
  public static final int LONGEST = 200_000;

  /** Reads tolerantly. */
  public RenderingMade {
    rendering = text(rendering);
    exhibit = text(exhibit);
    kind = TRANSCRIPT.equals(kind) ? TRANSCRIPT : TRANSLATION;
    place = place == null ? Place.WHOLE : place;
    hand = hand == null ? new Hand("", "", "") : hand;
    language = text(language);
    manner = text(manner);
    words = text(words);
  }

  /**
   * Which part.
   *
   * @param unit {@code whole}, {@code lines} or {@code millis}
   * @param parts in order; none for the whole
   */
  public record Place(String unit, List<LineSpan> parts) {

    static final Place WHOLE = new Place("whole", List.of());

    /** Reads tolerantly. */
    public Place {
      parts = list(parts);
      unit = parts.isEmpty() ? "whole" : "millis".equals(unit) ? "millis" : "lines";
    }

    /** These lines of the source. */
    public static Place ofLines(List<LineSpan> lines) {
      return new Place("lines", lines);
    }

    /** This time of a recording, in milliseconds. */
    public static Place ofMillis(long from, long to) {
      return new Place("millis", List.of(new LineSpan(from, to)));
    }
  }

  /**
   * Who made it.
   *
   * @param role {@code person}, {@code caseworker}, {@code interpreter}, {@code sworn}, {@code
   *     other} or {@code machine}; empty where nobody said
   * @param made text of a {@link org.vigie.kernel.PartialDate}, or empty
   * @param tool program and version, where one was used
   */
  public record Hand(String role, String made, String tool) {

    /** Reads tolerantly. */
    public Hand {
      role = text(role);
      made = text(made);
      tool = text(tool);
    }
  }
}
