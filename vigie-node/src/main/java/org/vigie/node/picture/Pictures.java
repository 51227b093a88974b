package org.vigie.node.picture;

/**
 * Draws. Every picture fits the width it is asked for, down to {@link #NARROWEST}; the height
 * follows from the content. Safe to call from several threads.
 */
public final class Pictures {

  /** The width for a phone, in CSS pixels. */
  public static final int PHONE = 340;

  /** The width for a page, in CSS pixels. */
  public static final int PAGE = 720;

  /** The least width a picture can be asked for, in CSS pixels. */
  public static final int NARROWEST = 300;

  private Pictures() {}

  /**
   * The timeline of contacts with its silences.
   *
   * @throws IllegalArgumentException if {@code width} is below {@link #NARROWEST}
   */
  public static Picture timeline(ContactTimeline timeline, int width) {
    return new TimelineDrawing(timeline, wideEnough(width)).picture();
  }

  /**
   * What stands beside the timeline on the page that shows it: its size, its text alternative and
   * its table. Nothing is drawn; {@code png} is empty.
   *
   * @throws IllegalArgumentException if {@code width} is below {@link #NARROWEST}
   */
  public static Picture described(ContactTimeline timeline, int width) {
    return new TimelineDrawing(timeline, wideEnough(width)).described();
  }

  /**
   * The ladder of escalation.
   *
   * @throws IllegalArgumentException if {@code width} is below {@link #NARROWEST}
   */
  public static Picture ladder(EscalationLadder ladder, int width) {
    return new LadderDrawing(ladder, wideEnough(width)).picture();
  }

  /**
   * A bar chart.
   *
   * @throws IllegalArgumentException if {@code width} is below {@link #NARROWEST}
   */
  public static Picture bars(BarChart chart, int width) {
    return new BarDrawing(chart, wideEnough(width)).picture();
  }

  /**
   * How loud a recording is over its time.
   *
   * @throws IllegalArgumentException if {@code width} is below {@link #NARROWEST}
   */
  public static Picture waveform(Waveform waveform, int width) {
    return new WaveformDrawing(waveform, wideEnough(width)).picture();
  }

  /**
   * What stands beside the picture of a recording. Nothing is drawn; {@code png} is empty.
   *
   * @throws IllegalArgumentException if {@code width} is below {@link #NARROWEST}
   */
  public static Picture described(Waveform waveform, int width) {
    return new WaveformDrawing(waveform, wideEnough(width)).described(new byte[0]);
  }

  /**
   * A constellation.
   *
   * @throws IllegalArgumentException if {@code width} is below {@link #NARROWEST}
   */
  public static Picture constellation(Constellation constellation, int width) {
    return new ConstellationDrawing(constellation, wideEnough(width)).picture();
  }

  /**
   * What stands beside a constellation. Nothing is drawn; {@code png} is empty.
   *
   * @throws IllegalArgumentException if {@code width} is below {@link #NARROWEST}
   */
  public static Picture described(Constellation constellation, int width) {
    return new ConstellationDrawing(constellation, wideEnough(width)).described(new byte[0]);
  }

  private static int wideEnough(int width) {
    if (width < NARROWEST) {
      throw new IllegalArgumentException("too narrow for a picture");
    }
    return width;
  }
}
