package org.vigie.node.shell.web;

import org.apache.catalina.valves.ErrorReportValve;

/**
 * The server's own last resort says nothing about itself. Public because Tomcat makes it by name.
 */
public final class QuietErrorValve extends ErrorReportValve {

  /** An error page without report and without server name. */
  public QuietErrorValve() {
    setShowReport(false);
    setShowServerInfo(false);
  }
}
