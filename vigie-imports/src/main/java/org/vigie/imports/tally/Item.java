package org.vigie.imports.tally;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Moment;

/** A message while a reader puts it together. Each call changes it and returns it. */
public final class Item {

  private static final Set<Flag> DIRECTION =
      EnumSet.of(Flag.OUTGOING, Flag.UNSENT, Flag.FORWARDED, Flag.UNRECOGNISED);

  final long start;
  final long line;
  Moment when = Moment.unknown("");
  @Nullable String author;
  Kind kind = Kind.TEXT;
  String text = "";
  @Nullable String media;
  @Nullable String companion;
  @Nullable String chat;
  final Set<Flag> flags = EnumSet.noneOf(Flag.class);

  /** Begins at byte {@code start} of the source, on {@code line}, from 1. */
  public Item(long start, long line) {
    this.start = start;
    this.line = line;
  }

  /** The line on which it begins. */
  public long line() {
    return line;
  }

  /** When it was sent. */
  public Item at(Moment moment) {
    this.when = moment;
    return this;
  }

  /** Who sent it; null or blank when the export does not say. */
  public Item by(@Nullable String name) {
    this.author = name == null || name.isBlank() ? null : name;
    return this;
  }

  /** What it is. */
  public Item is(Kind what) {
    this.kind = what;
    return this;
  }

  /** Its words. */
  public Item says(@Nullable String words) {
    this.text = words == null ? "" : words;
    return this;
  }

  /** More words, on a line of their own; null or empty for none. */
  public Item also(@Nullable String words) {
    if (words != null && !words.isEmpty()) {
      this.text = text.isEmpty() ? words : text + "\n" + words;
    }
    return this;
  }

  /** Whether this is known of it. */
  public boolean has(Flag flag) {
    return flags.contains(flag);
  }

  /** Whether the application wrote it. */
  public boolean isSystem() {
    return kind == Kind.SYSTEM;
  }

  /** Whether it is a call. */
  public boolean isCall() {
    return kind == Kind.CALL;
  }

  /** Whether no file belongs to it so far. */
  public boolean isWithoutFile() {
    return media == null;
  }

  /** A further message of the same record, at the same place. */
  public Item another() {
    return new Item(start, line).like(this);
  }

  /** Takes the time, the people and the direction from another of the same record. */
  public Item like(Item other) {
    this.when = other.when;
    this.author = other.author;
    this.chat = other.chat;
    for (var flag : DIRECTION) {
      flagIf(other.has(flag), flag);
    }
    return this;
  }

  /** A file that may have come along beside the export. */
  public Item file(String name) {
    return file(name, name);
  }

  /** The same, where it lies under another name beside the export. */
  public Item file(String name, String beside) {
    this.media = name;
    this.companion = beside;
    return is(Kind.MEDIA);
  }

  /** A file within the source itself; its name may be unknown. */
  public Item embedded(@Nullable String name) {
    this.media = name;
    this.companion = null;
    return is(Kind.MEDIA).flag(Flag.EMBEDDED);
  }

  /** A file that the export leaves out. */
  public Item omitted() {
    this.media = null;
    return is(Kind.MEDIA).flag(Flag.OMITTED);
  }

  /** The conversation it belongs to. */
  public Item in(@Nullable String conversation) {
    this.chat = conversation;
    return this;
  }

  /** What else is known. */
  public Item flag(Flag flag) {
    flags.add(flag);
    return this;
  }

  /** The same, if it holds. */
  public Item flagIf(boolean holds, Flag flag) {
    return holds ? flag(flag) : this;
  }
}
