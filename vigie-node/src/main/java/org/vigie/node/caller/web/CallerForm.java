package org.vigie.node.caller.web;

import java.util.List;
import java.util.Optional;
import org.vigie.kernel.PartialDate;
import org.vigie.node.caller.CallerNoted;
import org.vigie.node.caller.Screen;
import org.vigie.node.shell.Form;

/**
 * The form of one record.
 *
 * @param caseId the case
 * @param now what is known
 */
public record CallerForm(String caseId, CallerNoted now) {

  /** Where something can have been seen. */
  public static final List<String> PLATFORMS =
      List.of(
          "call",
          "sms",
          "whatsapp",
          "telegram",
          "signal",
          "wechat",
          "messenger",
          "instagram",
          "x",
          "email",
          "other");

  /** What can have been seen of its use. */
  public static final List<String> STATES = List.of("unknown", "in-use", "not-in-use");

  static CallerNoted read(String id, Form form) {
    var screen = new Screen(form.text("raw"), form.text("region"));
    return new CallerNoted(
        id,
        screen.raw(),
        screen.region(),
        screen.kind(),
        form.text("platform"),
        new CallerNoted.Seen(
            form.text("displayedName"),
            form.text("claimedIdentity"),
            date(form, "first"),
            date(form, "last")),
        new CallerNoted.Status(form.text("state"), date(form, "on")),
        form.text("spoof"));
  }

  private static String date(Form form, String name) {
    return form.date(name).map(PartialDate::text).orElse("");
  }

  /** A date, if it is known. */
  public static Optional<PartialDate> date(String text) {
    return PartialDate.parse(text);
  }
}
