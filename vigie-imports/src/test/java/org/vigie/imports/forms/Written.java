package org.vigie.imports.forms;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;

/**
 * A message as it was written, and so as it must be read.
 *
 * @param at when, as far as the form can say
 * @param author who, or null where the form names nobody
 * @param kind what it is
 * @param text its words
 * @param media the file it names, or null
 * @param flags what must be told of it
 */
public record Written(
    @Nullable LocalDateTime at,
    @Nullable String author,
    Kind kind,
    String text,
    @Nullable String media,
    List<Flag> flags) {

  /** Words that somebody typed. */
  static Written text(@Nullable LocalDateTime at, @Nullable String author, String text) {
    return new Written(at, author, Kind.TEXT, text, null, List.of());
  }

  /** The same with flags. */
  Written flagged(Flag... more) {
    return new Written(at, author, kind, text, media, List.of(more));
  }
}
