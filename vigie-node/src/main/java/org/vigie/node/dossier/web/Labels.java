package org.vigie.node.dossier.web;

import org.vigie.node.casefile.CaseFile;
import org.vigie.node.dossier.Copy;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.incident.Incident;
import org.vigie.node.shell.Frame;

/** How the parts of a case are called in lists. */
public final class Labels {

  private Labels() {}

  /** Something told, by its kind and day. */
  public static String account(Frame frame, CaseFile.Told told) {
    var kind = told.account().kind();
    var known = kind.equals("revision") || kind.equals("addendum") ? kind : "first";
    return frame.t("casefile.account.kind." + known) + ", " + frame.day(told.at());
  }

  /** An incident, by its act and date. */
  public static String incident(Frame frame, Incident incident) {
    var act =
        incident
            .act()
            .map(found -> found.in(frame.language()).label())
            .orElseGet(
                () -> frame.t(incident.impactOnly() ? "incident.impact.only" : "incident.uncoded"));
    var when =
        incident.when().map(frame::date).orElseGet(() -> frame.t("desk.case.incident.undated"));
    return act + ", " + when;
  }

  /** An exhibit, by its number in the case and its kind. */
  public static String exhibit(Frame frame, Exhibit exhibit) {
    return frame.t("dossier.exhibit.label", exhibit.number())
        + " · "
        + frame.t("dossier.exhibit." + Copy.kind(exhibit));
  }
}
