package org.vigie.node.dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.node.dossier.Covering;
import org.vigie.node.dossier.Dossier;
import org.vigie.node.dossier.Legible;
import org.vigie.node.dossier.Material;
import org.vigie.node.dossier.Redactions;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.Pointing;
import org.vigie.node.shell.Form;

/**
 * Covering parts of an exhibit in the copy that one dossier shows.
 *
 * @param caseId the case
 * @param dossier the dossier
 * @param exhibit the exhibit
 * @param way how it can be covered
 * @param copy identifier of the copy the dossier shows, or empty
 * @param units the messages or lines shown on this page
 * @param first number of the first one shown, from 0
 * @param all how many there are
 * @param soFar what the copy covers
 * @param decodes whether recordings can be decoded on this machine, and voices masked
 * @param listening what of a recording is to be heard
 * @param pointing parts of a picture pointed at so far
 */
public record CoverPage(
    String caseId,
    Dossier dossier,
    Exhibit exhibit,
    Redactions.Way way,
    String copy,
    List<Legible.Unit> units,
    int first,
    int all,
    Covering.SoFar soFar,
    boolean decodes,
    Redactions.Listening listening,
    Pointing pointing) {

  /** Messages or lines on one page. */
  public static final int WINDOW = 100;

  /** Where its pages are. */
  public String base() {
    return DossiersPage.base(caseId, dossier);
  }

  /** This page. */
  public String here() {
    return base() + "/exhibits/" + exhibit.id();
  }

  /** The exhibit itself, with where its recording is loud. */
  public String exhibitHere() {
    return "/cases/" + caseId + "/exhibits/" + exhibit.id();
  }

  /** Whether it is a recording that cannot be decoded here. */
  public boolean undecoded() {
    return way == Redactions.Way.NONE && Redactions.way(exhibit) == Redactions.Way.DECODED;
  }

  /** Address of the page that begins with unit {@code number}. */
  public String from(int number) {
    return here() + "?from=" + (number + 1);
  }

  /** First units of the pages there are. */
  public List<Integer> pages() {
    var pages = new ArrayList<Integer>();
    for (var i = 0; i < all; i += WINDOW) {
      pages.add(i);
    }
    return pages;
  }

  /** Numbers of the units shown, from 1, as the form sends them back. */
  public String shown() {
    return units.isEmpty() ? "" : (first + 1) + "-" + (first + units.size());
  }

  /** Seconds, with tenths where there are any. */
  public static String seconds(long millis) {
    var tenths = millis % 1000 / 100;
    return millis / 1000 + (tenths == 0 ? "" : "." + tenths);
  }

  static CoverPage of(
      String caseId,
      Material material,
      Exhibit exhibit,
      List<Legible.Unit> all,
      int from,
      boolean decodes,
      Redactions.Listening listening) {
    var first = from < 0 || from >= all.size() ? 0 : from - from % WINDOW;
    var shown = all.subList(first, Math.min(all.size(), first + WINDOW));
    return new CoverPage(
        caseId,
        material.dossier(),
        exhibit,
        way(exhibit, decodes),
        Covering.shown(material, exhibit.id()),
        shown,
        first,
        all.size(),
        Covering.soFar(material, exhibit),
        decodes,
        listening,
        new Pointing(List.of(), Optional.empty(), false));
  }

  /** The same with what an address says of parts pointed at. */
  CoverPage pointing(Form form) {
    var now = Pointing.read(form, exhibit, soFar.areas());
    return new CoverPage(
        caseId, dossier, exhibit, way, copy, units, first, all, soFar, decodes, listening, now);
  }

  private static Redactions.Way way(Exhibit exhibit, boolean decodes) {
    var way = Redactions.way(exhibit);
    return way == Redactions.Way.DECODED && !decodes ? Redactions.Way.NONE : way;
  }
}
