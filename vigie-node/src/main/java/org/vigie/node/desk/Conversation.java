package org.vigie.node.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.vigie.kernel.BlobId;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/**
 * On which days the messages of an exhibit were written, by the clock of its export. Of several
 * exports of one chat each counts what no other counts.
 *
 * @param number the exhibit's
 * @param exhibit its identifier
 * @param days how many messages on each day that has any
 */
public record Conversation(int number, String exhibit, SortedMap<LocalDate, Integer> days) {

  /** Reading the days of a longer one would keep a page waiting. */
  private static final long LONGEST = 24 << 20;

  private static final Pattern DAY =
      Pattern.compile("\\{\"n\":(\\d{1,9}),.*?\"time\":\"(\\d{4}-\\d\\d-\\d\\d)T");

  /** Keeps its own copy. */
  public Conversation {
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
  }

  /** How many messages. */
  public int messages() {
    return days.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether the messages of {@code exhibit} are counted: it has some, and not too many. */
  static boolean counted(Exhibit exhibit) {
    return exhibit.derived("messages").filter(made -> made.bytes().length() <= LONGEST).isPresent();
  }

  /**
   * The conversation read from {@code exhibit}; none where no messages were read, where they are
   * too many, or where another exhibit counts all of them.
   *
   * @param elsewhere numbers of messages that another exhibit counts
   * @throws RegisterRefused if what was kept is not what was sealed
   */
  static Optional<Conversation> of(OpenRegister file, Exhibit exhibit, BitSet elsewhere)
      throws RegisterRefused, IOException {
    var made = exhibit.derived("messages");
    if (made.isEmpty() || !counted(exhibit)) {
      return Optional.empty();
    }
    var days = new TreeMap<LocalDate, Integer>();
    var blob = new BlobId(made.get().bytes().blob());
    try (var lines =
        new BufferedReader(new InputStreamReader(file.openBlob(blob), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var found = DAY.matcher(line.substring(0, Math.min(160, line.length())));
        if (found.lookingAt() && !elsewhere.get(Integer.parseInt(found.group(1)))) {
          count(days, found.group(2));
        }
      }
    }
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(new Conversation(exhibit.number(), exhibit.id(), days));
  }

  private static void count(SortedMap<LocalDate, Integer> days, String day) {
    try {
      days.merge(LocalDate.parse(day), 1, Integer::sum);
    } catch (DateTimeException noSuchDay) {
      // What comes out of the cage is believed only as far as it makes sense.
      return;
    }
  }
}
