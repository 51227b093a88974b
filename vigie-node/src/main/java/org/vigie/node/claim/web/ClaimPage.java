package org.vigie.node.claim.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.node.claim.Claims;
import org.vigie.node.claim.Said;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.shell.Frame;

/**
 * What an exhibit says of itself.
 *
 * @param base address of the case
 * @param exhibit which
 * @param looked whether anybody looked yet
 * @param said what was found
 * @param placed whether places were asked for
 * @param keys keys of mail servers that were given for it
 * @param elsewhere the exhibit that a manifest which came alone was made for
 */
public record ClaimPage(
    String base,
    Exhibit exhibit,
    boolean looked,
    List<Said> said,
    boolean placed,
    List<Claims.Given> keys,
    Optional<Exhibit> elsewhere) {

  /** Kinds of things in the order in which they are shown. */
  public static final List<String> KINDS =
      List.of("manifest", "bundle", "mail", "photo", "recording");

  /** Its own address. */
  public String path() {
    return base + "/exhibits/" + exhibit.id() + "/claims";
  }

  /** Things of this kind with what is said of each; what leads to somebody only when asked for. */
  public Map<String, List<Said>> of(String kind) {
    var things = new LinkedHashMap<String, List<Said>>();
    for (var one : said) {
      if (one.kind().equals(kind) && (placed || !one.leadsToSomebody())) {
        things.computeIfAbsent(one.about(), _ -> new ArrayList<>()).add(one);
      }
    }
    return things;
  }

  /** Whether something leads to somebody and is not shown. */
  public boolean hidesPlace() {
    return !placed && said.stream().anyMatch(Said::leadsToSomebody);
  }

  /** A sentence where the statement is a code that we know, or one with its words in it. */
  public static Optional<String> sentence(Frame frame, Said one) {
    var coded = "claim." + one.name() + "." + one.value();
    if (frame.has(coded)) {
      return Optional.of(frame.t(coded));
    }
    var whole = "claim.says." + one.name();
    return frame.has(whole) ? Optional.of(frame.t(whole, one.value())) : Optional.empty();
  }

  /** What the words of a statement are about. */
  public static String label(Frame frame, Said one) {
    return frame.first("claim.of." + one.name()).orElseGet(() -> frame.t("claim.of.other"));
  }

  /** Its value, as people read it. */
  public static String value(Frame frame, Said one) {
    if (one.name().equals("sound.millis") && one.value().matches("\\d{1,15}")) {
      return frame.t("exhibit.length.seconds", Long.parseLong(one.value()) / 1000);
    }
    return one.value();
  }

  /** The first value of this name among {@code things}, or empty. */
  public static String first(List<Said> things, String name) {
    return things.stream()
        .filter(one -> one.name().equals(name))
        .map(Said::value)
        .findFirst()
        .orElse("");
  }

  /** Whether a key would tell more about this signature. */
  public static boolean wantsKey(List<Said> things) {
    var verdict = first(things, "mail.verdict");
    return (!verdict.isEmpty() && !verdict.equals("holds") && !verdict.equals("body"))
        || !first(things, "mail.box.no-key").isEmpty();
  }

  /** How somebody asks the name service for the key. */
  public static String question(List<Said> things) {
    var name = first(things, "mail.selector") + "._domainkey." + first(things, "mail.domain");
    return "dig +short TXT " + name.replaceAll("[^A-Za-z0-9._-]", "?");
  }

  /** A word that tells this signature from the others on the page. */
  public static String place(List<Said> things) {
    return things.getFirst().about().replace('#', '-');
  }
}
