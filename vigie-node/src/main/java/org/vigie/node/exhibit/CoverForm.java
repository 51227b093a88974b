package org.vigie.node.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.vigie.node.shell.Form;

/** What somebody ticked, pointed at and typed to cover parts of a picture. */
public final class CoverForm {

  private static final int MOST_CELLS = 1000;

  private CoverForm() {}

  /**
   * The parts to cover.
   *
   * @param form {@code cell}, {@code area}, {@code left}, {@code top}, {@code width}, {@code
   *     height} in hundredths, {@code tone}
   */
  public static CoverPlan picture(Form form) {
    var cells = new TreeSet<Integer>();
    form.all("cell").forEach(cell -> cells.addAll(CoverPlan.numbers(cell, MOST_CELLS)));
    var areas = new ArrayList<>(Pointing.areas(form));
    var typed =
        String.join(
            ",",
            List.of(
                percent(form, "left"),
                percent(form, "top"),
                percent(form, "width"),
                percent(form, "height")));
    CoverPlan.Area.parse(typed).ifPresent(areas::add);
    return new CoverPlan(
        List.of(),
        new ArrayList<>(cells),
        areas,
        List.of(),
        false,
        form.text("tone").equals("plain"));
  }

  private static String percent(Form form, String name) {
    var typed = form.text(name).replace("%", "").strip();
    return typed.matches("[0-9]{1,3}") ? typed : "0";
  }
}
