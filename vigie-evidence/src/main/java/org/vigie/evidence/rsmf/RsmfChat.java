package org.vigie.evidence.rsmf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A conversation, or a part of it.
 *
 * @param collection the same for all files of one conversation; nothing personal
 * @param display how it is named, such as {@code P-001}
 * @param platform where it took place, such as {@code whatsapp}
 * @param events in order; at most {@link #MOST}
 */
public record RsmfChat(String collection, String display, String platform, List<RsmfEvent> events) {

  /** The most events that one file should hold, as the format's publisher recommends. */
  public static final int MOST = 10_000;

  /** Refuses what the format does not take. */
  public RsmfChat {
    events = List.copyOf(events);
    if (collection.isEmpty() || platform.isEmpty() || events.isEmpty() || events.size() > MOST) {
      throw new IllegalArgumentException("Not a conversation");
    }
  }

  /** Stands where nobody is named: the publisher's validator wants a participant everywhere. */
  static final String NOBODY = "(not named)";

  /**
   * Identifiers of those who sent something, by the name the export gives them; last, if it is
   * needed, {@link #NOBODY} under an empty name.
   */
  Map<String, String> participants() {
    var participants = new LinkedHashMap<String, String>();
    for (var event : events) {
      if (!event.participant().isEmpty()) {
        participants.putIfAbsent(event.participant(), "P" + (participants.size() + 1));
      }
    }
    if (events.stream().anyMatch(event -> event.participant().isEmpty())) {
      participants.put("", "P0");
    }
    return participants;
  }

  /** How a participant is shown. */
  static String shown(String name) {
    return name.isEmpty() ? NOBODY : name;
  }

  /** The files of all events by their names; one that several events brought is there once. */
  public SortedMap<String, byte[]> files() {
    var files = new TreeMap<String, byte[]>();
    for (var event : events) {
      event.attachments().forEach(file -> files.putIfAbsent(file.id(), file.bytes()));
    }
    return files;
  }
}
