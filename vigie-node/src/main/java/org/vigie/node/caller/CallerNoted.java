package org.vigie.node.caller;

import static org.vigie.node.casefile.Defaults.text;

import org.jspecify.annotations.Nullable;

/**
 * A number, handle or alias from which someone was reached, exactly as displayed. What cannot be
 * known stays unknown; no person is recorded, only what appeared on a screen.
 *
 * @param caller identifier within the case; a later entry with the same one revises it
 * @param raw as displayed
 * @param kind {@code phone}, {@code handle}, {@code email}, {@code link}, {@code alias} or {@code
 *     masked}
 * @param platform where it was seen, such as {@code whatsapp}, {@code sms}, {@code call}
 * @param seen what the screen showed
 * @param status {@code unknown} unless the person saw otherwise, with the date
 * @param spoof why the number may be forged, or empty
 */
public record CallerNoted(
    String caller,
    String raw,
    @Nullable String kind,
    @Nullable String platform,
    Seen seen,
    @Nullable String status,
    @Nullable String spoof) {

  /** Reads tolerantly. */
  public CallerNoted {
    caller = text(caller);
    raw = text(raw);
    kind = text(kind);
    platform = text(platform);
    seen = seen == null ? new Seen("", "", "", "") : seen;
    status = status == null || status.isBlank() ? "unknown" : status;
    spoof = text(spoof);
  }

  /**
   * What the screen showed.
   *
   * @param displayedName name shown with it
   * @param claimedIdentity who they said they were
   * @param first text of a {@link org.vigie.kernel.PartialDate}, or empty
   * @param last likewise
   */
  public record Seen(
      @Nullable String displayedName,
      @Nullable String claimedIdentity,
      @Nullable String first,
      @Nullable String last) {

    /** Reads tolerantly. */
    public Seen {
      displayedName = text(displayedName);
      claimedIdentity = text(claimedIdentity);
      first = text(first);
      last = text(last);
    }
  }
}
