package org.vigie.node.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigie.node.shell.Form;

/**
 * Two corners pointed at in a picture, one after the other, without script: the picture is the
 * button of a form, and what was pointed at so far travels in the address.
 *
 * @param areas parts pointed at so far
 * @param corner the first corner of the next one
 * @param wide whether the picture is shown large
 */
public record Pointing(List<CoverPlan.Area> areas, Optional<Corner> corner, boolean wide) {

  private static final int MOST = 60;
  private static final int NARROW = 280;
  private static final int WIDE = 640;
  private static final Pattern CORNER = Pattern.compile("([0-9]{1,4}),([0-9]{1,4})");

  /** Copies the list. */
  public Pointing {
    areas = List.copyOf(areas);
  }

  /** A place, in thousandths of width and height. */
  public record Corner(int across, int down) {

    static Optional<Corner> parse(String text) {
      var parts = CORNER.matcher(text);
      return parts.matches()
          ? Optional.of(
              new Corner(
                  Math.min(1000, Integer.parseInt(parts.group(1))),
                  Math.min(1000, Integer.parseInt(parts.group(2)))))
          : Optional.empty();
    }

    /** As an address writes it. */
    public String text() {
      return across + "," + down;
    }
  }

  /**
   * What an address says, with the click it carries.
   *
   * @param form {@code area}, {@code corner}, {@code wide}, and {@code at.x}, {@code at.y} of a
   *     click; without {@code begun} nothing was pointed at yet
   * @param before parts that are covered when it begins
   */
  public static Pointing read(Form form, Exhibit exhibit, List<CoverPlan.Area> before) {
    var areas = new ArrayList<>(form.has("begun") ? areas(form) : before);
    var corner = Corner.parse(form.text("corner"));
    var now = new Pointing(areas, corner, form.has("wide"));
    var click = now.click(form, exhibit);
    if (click.isEmpty()) {
      return now;
    }
    if (corner.isEmpty()) {
      return new Pointing(areas, click, now.wide());
    }
    between(corner.get(), click.get()).ifPresent(areas::add);
    return new Pointing(areas, Optional.empty(), now.wide());
  }

  /** The parts a form names. */
  static List<CoverPlan.Area> areas(Form form) {
    return form.all("area").stream()
        .map(CoverPlan.Area::parse)
        .flatMap(Optional::stream)
        .limit(MOST)
        .toList();
  }

  private Optional<Corner> click(Form form, Exhibit exhibit) {
    var x = form.text("at.x");
    var y = form.text("at.y");
    // A button pressed by the keyboard points at nothing and sends zeros.
    if (!x.matches("[0-9]{1,4}") || !y.matches("[0-9]{1,4}") || (x.equals("0") && y.equals("0"))) {
      return Optional.empty();
    }
    return Optional.of(
        new Corner(
            Math.min(1000, 1000 * Integer.parseInt(x) / width(exhibit)),
            Math.min(1000, 1000 * Integer.parseInt(y) / height(exhibit))));
  }

  /** The part between two corners, widened to whole hundredths. */
  private static Optional<CoverPlan.Area> between(Corner one, Corner other) {
    var left = Math.min(one.across(), other.across()) / 10;
    var top = Math.min(one.down(), other.down()) / 10;
    var right = Math.min(100, Math.max(one.across(), other.across()) / 10 + 1);
    var bottom = Math.min(100, Math.max(one.down(), other.down()) / 10 + 1);
    return right > left && bottom > top
        ? Optional.of(new CoverPlan.Area(left, top, right - left, bottom - top))
        : Optional.empty();
  }

  /** Width the picture is shown at, in CSS pixels. */
  public int width(Exhibit exhibit) {
    return wide ? WIDE : NARROW;
  }

  /** Height the picture is shown at, in CSS pixels. */
  public int height(Exhibit exhibit) {
    var shown = PictureCover.shown(exhibit);
    return Math.max(1, (int) ((long) width(exhibit) * shown.get(1) / shown.get(0)));
  }

  /** The same as part of an address, without a click. */
  public String query() {
    return query(wide);
  }

  /** The same, shown large or small. */
  public String query(boolean large) {
    return "begun=yes"
        + areas.stream().map(area -> "&area=" + area.text()).collect(Collectors.joining())
        + corner.map(one -> "&corner=" + one.text()).orElse("")
        + (large ? "&wide=yes" : "");
  }

  /** The same without the last part, or without the first corner if one was pointed at. */
  public String back() {
    var fewer = corner.isPresent() || areas.isEmpty() ? areas : areas.subList(0, areas.size() - 1);
    return new Pointing(fewer, Optional.empty(), wide).query();
  }
}
