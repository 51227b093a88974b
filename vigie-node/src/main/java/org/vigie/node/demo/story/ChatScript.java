package org.vigie.node.demo.story;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A conversation, before an application writes it as an export.
 *
 * @param file the export's file name
 * @param style how the export is written, a name of the writer's styles
 * @param me the author name of the person's own messages
 * @param them the author name of the other side: a number, or a saved contact's name
 * @param lines the messages, in order of time
 */
public record ChatScript(
    String file, String style, String me, String them, List<ChatScript.Line> lines) {

  /** What a line is. */
  public enum Kind {
    /** Words. */
    TEXT,
    /** A picture. */
    IMAGE,
    /** A recording. */
    AUDIO,
    /** A picture the export left out. */
    OMITTED,
    /** A missed call. */
    MISSED_CALL,
    /** A message its sender deleted. */
    DELETED
  }

  /**
   * One message.
   *
   * @param at the local time
   * @param mine whether the person wrote it
   * @param kind what it is
   * @param text the words, or the caption; empty where there is none; may have several lines
   */
  public record Line(LocalDateTime at, boolean mine, Kind kind, String text) {}
}
