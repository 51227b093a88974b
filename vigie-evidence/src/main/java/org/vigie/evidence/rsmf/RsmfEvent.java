package org.vigie.evidence.rsmf;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One message of a conversation.
 *
 * @param id within the conversation, such as {@code M17}
 * @param type what it is
 * @param participant who sent it, as the export names them; empty if that is not known or covered
 * @param timestamp ISO 8601, with an offset only where one is known; empty if there is none
 * @param body what it says
 * @param deleted whether the export says it was deleted
 * @param attachments files that came with it and go along
 * @param custom further facts by name; neither empty
 */
public record RsmfEvent(
    String id,
    Type type,
    String participant,
    String timestamp,
    String body,
    boolean deleted,
    List<RsmfAttachment> attachments,
    SortedMap<String, String> custom) {

  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})?");

  /** What an event is; those of the format that are needed here. */
  public enum Type {
    /** Something somebody sent. */
    MESSAGE("message"),
    /** What whoever made the file has to say of it; nobody in the conversation did. */
    DISCLAIMER("disclaimer"),
    /** A line of the application, something covered, something nobody can read. */
    UNKNOWN("unknown");

    private final String text;

    Type(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** Refuses what the format does not take. */
  public RsmfEvent {
    if (id.isEmpty() || !(timestamp.isEmpty() || TIME.matcher(timestamp).matches())) {
      throw new IllegalArgumentException("Not an event");
    }
    attachments = List.copyOf(attachments);
    custom = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(custom));
    if (custom.values().stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException("A fact without a value");
    }
  }

  /** An event that brought no file along. */
  public RsmfEvent(
      String id,
      Type type,
      String participant,
      String timestamp,
      String body,
      boolean deleted,
      SortedMap<String, String> custom) {
    this(id, type, participant, timestamp, body, deleted, List.of(), custom);
  }

  /** The same with a file. */
  public RsmfEvent with(RsmfAttachment file) {
    return new RsmfEvent(id, type, participant, timestamp, body, deleted, List.of(file), custom);
  }

  /** The same with one more fact. */
  public RsmfEvent noting(String name, String value) {
    var more = new TreeMap<>(custom);
    more.put(name, value);
    return new RsmfEvent(id, type, participant, timestamp, body, deleted, attachments, more);
  }
}
