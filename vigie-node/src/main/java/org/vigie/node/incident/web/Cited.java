package org.vigie.node.incident.web;

import java.text.NumberFormat;
import java.util.Locale;
import org.vigie.node.incident.IncidentRecorded;
import org.vigie.node.shell.Frame;

/**
 * A cited place as a page shows it.
 *
 * @param href address of the exhibit, at the lines
 * @param number of the exhibit
 * @param citation what is cited
 */
public record Cited(String href, int number, IncidentRecorded.Citation citation) {

  static Cited of(String caseId, int number, IncidentRecorded.Citation citation) {
    var exhibit = "/cases/" + caseId + "/exhibits/" + citation.exhibit();
    var href =
        citation.firstLine() > 0 ? exhibit + "/messages?line=" + citation.firstLine() : exhibit;
    return new Cited(href, number, citation);
  }

  /** The place as a form carries it. */
  public String place() {
    return citation.firstLine() > 0
        ? citation.exhibit() + ":" + citation.firstLine() + "-" + citation.lastLine()
        : citation.exhibit();
  }

  /** For example: exhibit 4, lines 1,204 to 1,206. */
  public String words(Frame frame) {
    if (citation.firstLine() == 0) {
      return frame.t("incident.citation.whole", number);
    }
    var format = NumberFormat.getIntegerInstance(Locale.forLanguageTag(frame.language().tag()));
    var first = format.format(citation.firstLine());
    return citation.lastLine() <= citation.firstLine()
        ? frame.t("incident.citation.line", number, first)
        : frame.t("incident.citation.lines", number, first, format.format(citation.lastLine()));
  }
}
