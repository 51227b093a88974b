package org.vigie.node.dossier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.vigie.kernel.Language;
import org.vigie.kernel.Refusal;
import org.vigie.node.exhibit.CoverForm;
import org.vigie.node.exhibit.CoverPlan;
import org.vigie.node.exhibit.CoveredCopies;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitDerived;
import org.vigie.node.exhibit.Pointing;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Messages;

/**
 * Turns what somebody ticked and typed into the next copy of an exhibit: what was covered before
 * stays covered unless it is given back on the same page. Safe for use by several threads.
 */
public final class Covering {

  private static final int MOST_ROWS_TYPED = 3;

  private final Redactions redactions;
  private final Messages messages;

  /** Copies made by {@code redactions}. */
  public Covering(Redactions redactions, Messages messages) {
    this.redactions = redactions;
    this.messages = messages;
  }

  /**
   * What a page shows of what is covered so far.
   *
   * @param covered numbers of units (from 0) or cells (from 1)
   * @param areas further parts of a picture
   * @param spans parts of a recording
   * @param masked whether the voice is masked
   * @param plain whether parts of a picture have one colour
   */
  public record SoFar(
      TreeSet<Integer> covered,
      List<CoverPlan.Area> areas,
      List<CoverPlan.Span> spans,
      boolean masked,
      boolean plain) {}

  /** Whether recordings can be decoded on this machine, and voices masked. */
  public boolean decodes() {
    return redactions.decodes();
  }

  /** What is to be heard of a recording while spans of it are chosen. */
  public Redactions.Listening listening(Material material, Exhibit exhibit)
      throws Refusal, IOException {
    return redactions.listening(material.open().register(), exhibit);
  }

  /** Makes what is to be heard, also if that failed before. */
  public void listen(Material material, Exhibit exhibit) throws Refusal, IOException {
    redactions.listen(material.open().register(), exhibit);
  }

  /** The picture as it is being pointed at. */
  public byte[] look(Material material, Exhibit exhibit, Pointing pointing)
      throws Refusal, IOException {
    return redactions.look(material.open().register(), exhibit, pointing);
  }

  /** The words of an exhibit that is covered as text. */
  public Legible legible(Material material, Exhibit exhibit) throws Refusal, IOException {
    return redactions.legible(material.open().register(), exhibit, key -> say(material, key));
  }

  private String say(Material material, String key) {
    return messages.text(Language.ofTag(material.draft().language()), key);
  }

  /** Identifier of the copy that the dossier shows of {@code exhibit}; empty if it shows none. */
  public static String shown(Material material, String exhibit) {
    for (var chosen : material.draft().contents().exhibits()) {
      if (chosen.exhibit().equals(exhibit)) {
        return chosen.copy();
      }
    }
    return "";
  }

  /** What the copy that the dossier shows covers. */
  public static SoFar soFar(Material material, Exhibit exhibit) {
    var plan = CoveredCopies.plan(exhibit, shown(material, exhibit.id()));
    var numbers = new TreeSet<>(plan.units());
    numbers.addAll(plan.cells());
    return new SoFar(numbers, plan.areas(), plan.spans(), plan.masked(), plan.plain());
  }

  /**
   * Makes the next copy.
   *
   * @throws DossierRefused {@code dossier.uncoverable}
   */
  public ExhibitDerived cover(Material material, Exhibit exhibit, Form form)
      throws Refusal, IOException {
    var file = material.open().register();
    var before = CoveredCopies.plan(exhibit, shown(material, exhibit.id()));
    return switch (Redactions.way(exhibit)) {
      case TEXT -> {
        var words = legible(material, exhibit);
        var units = units(before, form, words.units().size());
        yield redactions.text(file, exhibit, words, units, say(material, "dossier.cover.label"));
      }
      case PICTURE -> redactions.picture(file, exhibit, CoverForm.picture(form));
      case SOUND, DECODED -> redactions.sound(file, exhibit, sound(before, form));
      case NONE -> throw DossierRefused.uncoverable();
    };
  }

  /** Units covered from now on: on the shown part as ticked, elsewhere as before or as typed. */
  private static List<Integer> units(CoverPlan before, Form form, int all) {
    var ticked = new TreeSet<Integer>();
    form.all("unit").forEach(unit -> CoverPlan.numbers(unit, all).forEach(n -> ticked.add(n - 1)));
    CoverPlan.numbers(form.text("lines"), all).forEach(n -> ticked.add(n - 1));
    var units = new TreeSet<Integer>();
    if (form.text("mode").equals("only")) {
      for (var i = 0; i < all; i++) {
        if (!ticked.contains(i)) {
          units.add(i);
        }
      }
    } else {
      var shown = new TreeSet<>(CoverPlan.numbers(form.text("shown"), all));
      before.units().stream().filter(n -> !shown.contains(n + 1)).forEach(units::add);
      units.addAll(ticked);
    }
    units.removeIf(n -> n < 0 || n >= all);
    return new ArrayList<>(units);
  }

  private static CoverPlan sound(CoverPlan before, Form form) {
    var spans = new ArrayList<CoverPlan.Span>();
    for (var i = 0; i < before.spans().size(); i++) {
      if (form.all("keep").contains(Integer.toString(i))) {
        spans.add(before.spans().get(i));
      }
    }
    for (var i = 1; i <= MOST_ROWS_TYPED; i++) {
      var from = millis(form.text("from." + i));
      var to = millis(form.text("to." + i));
      if (from >= 0 && to > from) {
        spans.add(new CoverPlan.Span(from, to));
      }
    }
    return new CoverPlan(List.of(), List.of(), List.of(), spans, form.has("mask"), false);
  }

  /** {@code 12}, {@code 12.5}, {@code 12,5} or {@code 1:12}; -1 if it is none. */
  static long millis(String typed) {
    var text = typed.replace(',', '.');
    var colon = text.indexOf(':');
    var minutes = colon < 0 ? "0" : text.substring(0, colon);
    var seconds = text.substring(colon + 1);
    if (!minutes.matches("[0-9]{1,4}") || !seconds.matches("[0-9]{1,6}(\\.[0-9]{1,3})?")) {
      return -1;
    }
    return Long.parseLong(minutes) * 60_000 + Math.round(Double.parseDouble(seconds) * 1000);
  }
}
