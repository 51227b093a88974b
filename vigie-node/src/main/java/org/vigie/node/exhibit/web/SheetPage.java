package org.vigie.node.exhibit.web;

import org.jspecify.annotations.Nullable;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.PageImages;

/**
 * One page of a document as a picture.
 *
 * @param caseId the case
 * @param exhibit the document
 * @param number of the page, from 1
 * @param sheet the page; null if it could not be drawn
 * @param reason key of what kept it from being drawn, or empty
 * @param again whether it can be tried once more
 * @param large whether it is shown as large as it was drawn, to be moved under the finger
 */
public record SheetPage(
    String caseId,
    Exhibit exhibit,
    int number,
    PageImages.@Nullable Sheet sheet,
    String reason,
    boolean again,
    boolean large) {

  /** A page that could not be drawn. */
  static SheetPage none(String caseId, Exhibit exhibit, int number, String reason, boolean again) {
    return new SheetPage(caseId, exhibit, number, null, reason, again, false);
  }

  /** Address of the exhibit. */
  public String base() {
    return "/cases/" + caseId + "/exhibits/" + exhibit.id();
  }

  /** Address of another page. */
  public String page(int other) {
    return base() + "/pages?n=" + other + (large ? "&large=yes" : "");
  }

  /** Address of the same page in the other size. */
  public String resized() {
    return base() + "/pages?n=" + number + (large ? "" : "&large=yes");
  }

  /** Width to show it at, in CSS pixels. */
  public int width() {
    return sheet == null ? 1 : large ? sheet.width() : Math.min(720, sheet.width());
  }

  /** Height to show it at, in CSS pixels. */
  public int height() {
    return sheet == null ? 1 : Math.max(1, sheet.height() * width() / sheet.width());
  }
}
