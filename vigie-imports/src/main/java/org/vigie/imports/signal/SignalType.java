package org.vigie.imports.signal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the column {@code type} says: words on the desktop, on the phone a number whose lowest five
 * bits tell the way (MessageTypes of the application).
 */
sealed interface SignalType {

  /** Keys exchanged, groups changed or left, timers set, sessions ended. */
  long OF_THE_APPLICATION = 0xFF00 | 0x10000 | 0x20000 | 0x40000 | 0x400000;

  /** Reactions to stories and gifts are sent by people; payments and what follows are not words. */
  long SPECIAL = 0xF_0000_0000L;

  /** The first special type of the application's own. */
  long FIRST_SPECIAL = 0x3_0000_0000L;

  /** Received. */
  record Received() implements SignalType {}

  /** Sent by the owner; {@code left} if it went out. */
  record Sent(boolean left) implements SignalType {}

  /** A call. */
  record Call(String word, boolean outgoing, boolean missed) implements SignalType {}

  /** A line of the application, or nothing known; {@code word} as it stands, may be empty. */
  record Other(String word) implements SignalType {}

  /** Reads the column. */
  static SignalType of(@Nullable String value) {
    if (value == null) {
      return new Other("");
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "incoming", "received", "in", "inbox", "inbound" -> new Received();
      case "outgoing", "sent", "out", "outbox", "outbound" -> new Sent(true);
      case "draft" -> new Sent(false);
      case "call-history" -> new Call("call-history", false, false);
      default -> numbered(value);
    };
  }

  private static SignalType numbered(String value) {
    long type;
    try {
      type = Long.parseLong(value);
    } catch (NumberFormatException e) {
      return new Other(value);
    }
    if ((type & OF_THE_APPLICATION) != 0 || (type & SPECIAL) >= FIRST_SPECIAL) {
      return new Other(value);
    }
    return switch ((int) (type & 0x1F)) {
      case 20 -> new Received();
      case 21, 22, 24, 25, 26, 27 -> new Sent(false);
      case 23 -> new Sent(true);
      case 1 -> new Call("incoming", false, false);
      case 2 -> new Call("outgoing", true, false);
      case 3 -> new Call("missed", false, true);
      case 8 -> new Call("missed video", false, true);
      case 10 -> new Call("incoming video", false, false);
      case 11 -> new Call("outgoing video", true, false);
      case 12 -> new Call("group", false, false);
      default -> new Other(value);
    };
  }
}
