package org.vigie.imports.whatsapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;

/**
 * What the application writes in place of a message.
 *
 * @param language of the application
 * @param place android, ios or both
 * @param body its words
 * @param kind what they mean
 * @param flags what else they tell
 */
public record PhraseRow(String language, String place, String body, Kind kind, List<Flag> flags) {

  private static final List<PhraseRow> ALL = load();

  /** The table. */
  public static List<PhraseRow> all() {
    return ALL;
  }

  private static List<PhraseRow> load() {
    try (var in = PhraseRow.class.getResourceAsStream("phrases.tsv")) {
      if (in == null) {
        throw new IllegalStateException("phrases.tsv is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(PhraseRow::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PhraseRow of(String[] part) {
    return new PhraseRow(
        part[0],
        part[1],
        part[2].replace("\\n", "\n"),
        Kind.valueOf(part[3]),
        part[4].isEmpty() ? List.of() : List.of(Flag.valueOf(part[4])));
  }
}
