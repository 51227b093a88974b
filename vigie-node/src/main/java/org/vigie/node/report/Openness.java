package org.vigie.node.report;

import java.util.Locale;
import java.util.Set;
import org.vigie.node.incident.Channel;
import org.vigie.node.incident.Incident;

/** Whether everybody could see it, as far as the incident says. It decides which doors fit. */
public enum Openness {
  /** Everybody can see it. */
  PUBLIC,
  /** It reached the person alone, or a closed circle. */
  PRIVATE,
  /** The incident does not say. */
  UNKNOWN;

  private static final Set<String> SEEN_BY_ALL =
      Set.of("digital-brigading", "digital-doxing", "digital-smear");

  private static final Set<String> REACHED_ALONE =
      Set.of(
          Channel.CALL.code(),
          Channel.VOICE_MESSAGE.code(),
          Channel.TEXT_MESSAGE.code(),
          Channel.EMAIL.code(),
          Channel.LETTER.code(),
          Channel.IN_PERSON.code(),
          Channel.THROUGH_RELATIVES.code());

  /**
   * What {@code incident} says; how it reached the person counts more than its code.
   *
   * @param captured whether it cites a page that somebody saw
   */
  public static Openness of(Incident incident, boolean captured) {
    var channel = incident.now().approach().channel();
    if (channel.equals(Channel.SOCIAL.code())) {
      return PUBLIC;
    }
    if (REACHED_ALONE.contains(channel)) {
      return PRIVATE;
    }
    return captured || SEEN_BY_ALL.contains(incident.now().act()) ? PUBLIC : UNKNOWN;
  }

  /** The code that messages use. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
