package org.vigie.imports.sms;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a call was, in the words of Android's call log. */
public final class CallWords {

  private static final Set<String> NOT_TAKEN = Set.of("missed", "rejected", "blocked");

  private CallWords() {}

  /** By the number of its type; empty when there is no such. */
  public static String way(@Nullable String type) {
    return switch (type == null ? "" : type.strip()) {
      case "1" -> "incoming";
      case "2" -> "outgoing";
      case "3" -> "missed";
      case "4" -> "voicemail";
      case "5" -> "rejected";
      case "6" -> "blocked";
      case "7" -> "answered-elsewhere";
      default -> "";
    };
  }

  /** Whether nobody took it. */
  public static boolean missed(String way) {
    return NOT_TAKEN.contains(way);
  }

  /** One line of it. */
  public static String say(String way, @Nullable String duration, @Nullable String shown) {
    var words = new StringBuilder(way);
    if (duration != null) {
      words.append(" duration=").append(duration);
    }
    if (shown != null) {
      words.append(" number=").append(shown);
    }
    return words.toString();
  }
}
