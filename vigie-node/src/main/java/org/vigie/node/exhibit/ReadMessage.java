package org.vigie.node.exhibit;

import static org.vigie.node.casefile.Defaults.list;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.vigie.imports.Flag;
import org.vigie.kernel.PartialDate;
import org.vigie.node.casefile.Defaults;

/**
 * One message of an exhibit, as the reader in the cage gave it: every value is a claim of the
 * document, to be shown escaped and isolated.
 *
 * @param n its number, from 1
 * @param line the first line of it in the source, from 1
 * @param time by the clock of the device that wrote the export; the day alone where it says no more
 * @param raw the same as the export writes it
 * @param author who sent it, as the export names them; empty for lines of the application, and for
 *     what the owner of the device wrote where the export does not name them
 * @param kind {@code text}, {@code media}, {@code call}, {@code system}, {@code deleted} or {@code
 *     unknown}
 * @param text what it says
 * @param media the file it names, or empty
 * @param flags what else is known, as {@link Flag} writes it
 * @param chat the conversation it belongs to, where an export holds several; or empty
 * @param offset bytes before it in the source, or before it in the file of an archive
 * @param length its bytes there; 0 where that is not known
 */
public record ReadMessage(
    long n,
    long line,
    String time,
    @JsonProperty("time_raw") String raw,
    String author,
    String kind,
    String text,
    String media,
    List<String> flags,
    String chat,
    long offset,
    long length) {

  private static final int DAY = "2024-05-04".length();
  private static final int MINUTE = "2024-05-04T10:11".length();

  /** Reads tolerantly. */
  public ReadMessage {
    time = Defaults.text(time);
    raw = Defaults.text(raw);
    author = Defaults.text(author);
    kind = List.of("text", "media", "call", "system", "deleted").contains(kind) ? kind : "unknown";
    text = Defaults.text(text);
    media = Defaults.text(media);
    flags = list(flags);
    chat = Defaults.text(chat);
  }

  /** The last line of it in the source. */
  public long lastLine() {
    return line + text.chars().filter(c -> c == '\n').count();
  }

  /** Whether {@code flag} is known of it. */
  public boolean has(Flag flag) {
    return flags.contains(flag.text());
  }

  /** Whether the owner of the device wrote it, whom the export does not name. */
  public boolean byOwner() {
    return author.isEmpty() && has(Flag.OUTGOING);
  }

  /** When, to the minute; to the day where no more is known. */
  public Optional<PartialDate> when() {
    return PartialDate.parse(time.substring(0, Math.min(MINUTE, time.length())));
  }

  /** Whether it bears a time and the source does not say in which time zone. */
  public boolean withoutZone() {
    return time.length() >= MINUTE && !time.matches(".*(?:Z|[+-][0-9]{2}:[0-9]{2})");
  }

  /** When, to the second, if it makes sense; of a day its beginning. */
  Optional<LocalDateTime> local() {
    var whole = time.length() == DAY ? time + "T00:00" : time;
    try {
      return Optional.of(LocalDateTime.parse(whole.substring(0, Math.min(19, whole.length()))));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }
}
