package org.vigie.node.claim;

import static org.vigie.node.casefile.Defaults.text;

/**
 * A public key of a mail server, as a person got it from the name service; the entry says who gave
 * it and when. The node asks no name service.
 *
 * @param exhibit the e-mail it was given for
 * @param domain for which the signature speaks
 * @param selector which of the domain's keys
 * @param record the record, as it was pasted
 */
public record MailKeyGiven(String exhibit, String domain, String selector, String record) {

  private static final int LONGEST = 4_000;

  /** Reads tolerantly. */
  public MailKeyGiven {
    exhibit = text(exhibit);
    domain = text(domain);
    selector = text(selector);
    var flat = text(record).replaceAll("\\s+", " ").strip();
    record = flat.length() > LONGEST ? flat.substring(0, LONGEST) : flat;
  }

  /** The line that a reader of keys knows; what {@code dig} or {@code nslookup} print, too. */
  String line() {
    return record.contains("._domainkey.") ? record : name() + " TXT " + record;
  }

  /** The name under which the name service keeps it. */
  public String name() {
    return selector + "._domainkey." + domain;
  }
}
