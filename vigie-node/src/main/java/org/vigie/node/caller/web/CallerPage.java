package org.vigie.node.caller.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.kernel.PartialDate;
import org.vigie.matching.identifier.NumberFacts;
import org.vigie.node.caller.Caller;
import org.vigie.node.caller.CallerNoted;
import org.vigie.node.caller.Screen;
import org.vigie.node.incident.Incident;

/**
 * One caller as far as the case knows.
 *
 * @param caseId the case
 * @param caller its records
 * @param incidents that came from it, by time
 * @param others callers it could be joined with: identifier and what was displayed
 */
public record CallerPage(
    String caseId, Caller caller, List<Incident> incidents, Map<String, String> others) {

  static CallerPage of(String caseId, Caller caller, List<Caller> all, List<Incident> incidents) {
    var others = new LinkedHashMap<String, String>();
    for (var other : all) {
      if (!other.id().equals(caller.id())) {
        others.put(other.id(), other.head().now().raw());
      }
    }
    return new CallerPage(caseId, caller, CallersPage.from(caller.ids(), incidents), others);
  }

  /** What it was displayed as first. */
  public String shown() {
    return caller.head().now().raw();
  }

  /** Everything it claimed to be, on screens and in incidents. */
  public Set<String> claims() {
    var claims = new LinkedHashSet<>(caller.claims());
    incidents.stream()
        .map(incident -> incident.now().approach().claimedSender())
        .filter(claim -> !claim.isBlank())
        .forEach(claims::add);
    return claims;
  }

  /** Whether a record is a number, hidden ones included: only then are there facts about it. */
  public static boolean hasFacts(CallerNoted noted) {
    return noted.kind().equals("phone") || noted.kind().equals("masked");
  }

  /** What the digits of {@code noted} tell. */
  public static NumberFacts facts(CallerNoted noted) {
    return Screen.of(noted).facts();
  }

  /** Message key of why it could not be read, or empty. */
  public static String unread(CallerNoted noted) {
    return Screen.of(noted).unread();
  }

  /** A date of a record, if it is known. */
  public static Optional<PartialDate> date(String text) {
    return PartialDate.parse(text);
  }

  /** What the record with this identifier displayed. */
  public String shown(String id) {
    return caller.records().stream()
        .map(Caller.Kept::now)
        .filter(noted -> noted.caller().equals(id))
        .map(CallerNoted::raw)
        .findFirst()
        .orElse("");
  }
}
