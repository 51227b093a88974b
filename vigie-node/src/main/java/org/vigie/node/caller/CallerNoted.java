package org.vigie.node.caller;

import static org.vigie.node.casefile.Defaults.text;

/**
 * A number, handle or alias from which someone was reached, exactly as displayed. What cannot be
 * known stays unknown; no person is recorded, only what appeared on a screen.
 *
 * @param caller identifier within the case; a later entry with the same one revises it
 * @param raw as displayed
 * @param region two letters of the country in which a number without country code was written, or
 *     empty
 * @param kind {@code phone}, {@code handle}, {@code email}, {@code link}, {@code alias} or {@code
 *     masked}
 * @param platform where it was seen, such as {@code whatsapp}, {@code sms}, {@code call}
 * @param seen what the screen showed
 * @param status whether it is in use, as far as the person saw
 * @param spoof why the number may be forged, or empty
 */
public record CallerNoted(
    String caller,
    String raw,
    String region,
    String kind,
    String platform,
    Seen seen,
    Status status,
    String spoof) {

  /** Reads tolerantly. */
  public CallerNoted {
    caller = text(caller);
    raw = text(raw);
    region = text(region);
    kind = text(kind);
    platform = text(platform);
    seen = seen == null ? new Seen("", "", "", "") : seen;
    status = status == null ? new Status("", "") : status;
    spoof = text(spoof);
  }

  /** A record of something seen for the first time. */
  static CallerNoted first(String caller, Screen screen) {
    return new CallerNoted(
        caller,
        screen.raw(),
        screen.region(),
        screen.kind(),
        "",
        new Seen("", "", "", ""),
        new Status("", ""),
        "");
  }

  /** The same record as it was displayed another time. */
  CallerNoted displayed(Screen screen) {
    return new CallerNoted(
        caller, screen.raw(), screen.region(), screen.kind(), platform, seen, status, spoof);
  }

  /**
   * What the screen showed.
   *
   * @param displayedName name shown with it
   * @param claimedIdentity who they said they were
   * @param first text of a {@link org.vigie.kernel.PartialDate}, or empty
   * @param last likewise
   */
  public record Seen(String displayedName, String claimedIdentity, String first, String last) {

    /** Reads tolerantly. */
    public Seen {
      displayedName = text(displayedName);
      claimedIdentity = text(claimedIdentity);
      first = text(first);
      last = text(last);
    }
  }

  /**
   * Whether it was in use, as the person saw without calling back.
   *
   * @param state {@code unknown}, {@code in-use} or {@code not-in-use}
   * @param on when that was seen: text of a {@link org.vigie.kernel.PartialDate}, or empty
   */
  public record Status(String state, String on) {

    /** Reads tolerantly; what nobody saw is unknown. */
    public Status {
      state = state == null || state.isBlank() ? "unknown" : state;
      on = text(on);
    }
  }
}
