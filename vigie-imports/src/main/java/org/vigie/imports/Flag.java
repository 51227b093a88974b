package org.vigie.imports;

import java.util.Locale;

/** What else is known of a message. */
public enum Flag {
  /** The export leaves the file out. */
  OMITTED,
  /** The file is named but did not come with the export. */
  MISSING,
  /** The text was changed after it was sent. */
  EDITED,
  /** Could be looked at once only. */
  VIEW_ONCE,
  /** The export says "null": perhaps something that could be looked at once only. */
  MAYBE_VIEW_ONCE,
  /** A call nobody took. */
  MISSED,
  /** A place on a map. */
  LOCATION,
  /** A contact card. */
  CONTACT,
  /** A vote. */
  POLL,
  /** Written by the owner of the device, whom the export does not name. */
  OUTGOING,
  /** Written but not sent, or not known to have been sent. */
  UNSENT,
  /** Passed on from another conversation, where its sender or somebody else wrote it. */
  FORWARDED,
  /** A word in it leads to an address that the text does not show; the source does. */
  HIDDEN_LINK,
  /** The file itself is within the source. */
  EMBEDDED,
  /** A signature of a mail server over it holds with a key that was given. */
  SIGNATURE_HOLDS,
  /** No signature of a mail server over it holds with the keys that were given. */
  SIGNATURE_FAILS,
  /** Its characters were mended: bytes of UTF-8 had been written one by one. */
  MENDED,
  /** Written by the application under the name of a person or group. */
  PSEUDO_AUTHOR,
  /** Written by the application in words that no table knows. */
  UNRECOGNISED,
  /** Holds a line that looks like the head of a message and was judged not to be one. */
  HEADER_LIKE_LINE,
  /** Earlier than the message before it. */
  OUT_OF_ORDER,
  /** Holds bytes that are no text in the encoding of the file; shown as U+FFFD. */
  MALFORMED_TEXT,
  /** Longer than the limit; the rest is an unparsed block. */
  CUT,
  /** The hour occurs twice on that day in the given zone; the earlier one is shown. */
  AMBIGUOUS_HOUR,
  /** The hour does not occur on that day in the given zone. */
  IMPOSSIBLE_HOUR;

  private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word in the output. */
  public String text() {
    return text;
  }
}
