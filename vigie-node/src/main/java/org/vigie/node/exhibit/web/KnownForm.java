package org.vigie.node.exhibit.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.kernel.PartialDate;
import org.vigie.node.exhibit.ExhibitReceived;
import org.vigie.node.exhibit.ObtainedCodes;
import org.vigie.node.shell.Choices;
import org.vigie.node.shell.Form;
import org.vigie.node.shell.Frame;

/**
 * What a person knows about an exhibit, as a form; every field may stay empty.
 *
 * @param caseId the case
 * @param action where the form goes
 * @param number of the exhibit; 0 before it is there
 * @param now what is known
 * @param looksLike tags of languages its messages look like: proposals
 */
public record KnownForm(
    String caseId, String action, int number, ExhibitReceived now, List<String> looksLike) {

  private static final List<String> KINDS =
      List.of(
          "chat",
          "picture",
          "screenshot",
          "photo",
          "audio",
          "video",
          "document",
          "email",
          "calls",
          "web",
          "other");

  /** When the person obtained it, if anything is known. */
  public Optional<PartialDate> obtained() {
    return PartialDate.parse(now.provenance().obtainedAt());
  }

  static ExhibitReceived.Provenance provenance(Form form) {
    return new ExhibitReceived.Provenance(
        form.text("obtainedFrom"),
        form.text("method"),
        form.text("original"),
        form.text("recorder"),
        form.text("authority"),
        form.text("device"),
        form.date("obtained").map(PartialDate::text).orElse(""),
        form.text("published"));
  }

  /** {@code before} with what the form says; its bytes and name stay. */
  static ExhibitReceived read(ExhibitReceived before, Form form) {
    return new ExhibitReceived(
        before.exhibit(),
        KINDS.contains(form.text("kind")) ? form.text("kind") : before.kind(),
        before.file(),
        before.bytes(),
        provenance(form),
        form.all("languages"),
        form.text("dialect"),
        form.all("sensitivity"),
        ExhibitReceived.MIXINGS.contains(form.text("mixing")) ? form.text("mixing") : "");
  }

  /** Whether the form says something that {@link #provenance} does not hold. */
  static boolean saysMore(Form form) {
    return !form.all("languages").isEmpty()
        || form.has("dialect")
        || form.has("mixing")
        || !form.all("sensitivity").isEmpty();
  }

  /** Kinds of exhibit, labelled. */
  public static Map<String, String> kinds(Frame frame) {
    return Choices.of(frame, "exhibit.kind", KINDS);
  }

  /** Ways of obtaining, labelled. */
  public static Map<String, String> methods(Frame frame) {
    return Choices.of(frame, "exhibit.method", ObtainedCodes.METHODS);
  }

  /** Originals and copies, labelled. */
  public static Map<String, String> originals(Frame frame) {
    return Choices.of(frame, "exhibit.original", ObtainedCodes.ORIGINALS);
  }

  /** Who recorded, labelled. */
  public static Map<String, String> recorders(Frame frame) {
    return Choices.of(frame, "exhibit.recorder", ObtainedCodes.RECORDERS);
  }

  /** Whether an authority took part, labelled. */
  public static Map<String, String> authorities(Frame frame) {
    return Choices.of(frame, "exhibit.authority", ObtainedCodes.AUTHORITIES);
  }

  /** Whether languages are mixed in it, labelled. */
  public static Map<String, String> mixings(Frame frame) {
    return Choices.of(frame, "exhibit.mixing", ExhibitReceived.MIXINGS);
  }

  /** What readers should be prepared for, labelled. */
  public static Map<String, String> sensitivities(Frame frame) {
    return Choices.of(frame, "exhibit.sensitivity", "distressing", "third-parties", "location");
  }
}
