package org.vigie.node.dossier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.evidence.Quoted;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.Refusal;
import org.vigie.ledger.Hash;
import org.vigie.node.exhibit.ReadMessage;
import org.vigie.node.exhibit.Reading;
import org.vigie.node.incident.IncidentRecorded;

/**
 * Where the lines that chosen incidents quote lie in the bytes that go along, message by message,
 * and where that cannot be told. Nothing is told of exhibits that go as a copy with parts covered:
 * a hash would let a reader try guesses.
 *
 * @param byExhibit by identifier
 */
record Quotations(Map<String, Found> byExhibit) {

  /** Of no quoted passage are more messages placed. */
  static final int MOST_MESSAGES = 200;

  private static final int LONGEST = 1024 * 1024;
  private static final Found NOTHING = new Found(List.of(), List.of());

  /** Why lines that are quoted have no place here. */
  enum Gap {
    /** They lie in a file of an archive, not in the bytes handed out. */
    ARCHIVE,
    /** There are too many. */
    CUT,
    /** The reader did not say where they lie, or they are too long. */
    UNPLACED;

    /** As keys of sentences name it. */
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What was found of one exhibit.
   *
   * @param lines in their order
   * @param gaps why others are missing
   */
  record Found(List<Quoted> lines, List<Gap> gaps) {}

  static Quotations of(Material material) throws Refusal, IOException {
    var all = new HashMap<String, Found>();
    for (var copy : material.copies()) {
      if (copy.original()) {
        all.put(copy.exhibit().id(), found(material, copy));
      }
    }
    return new Quotations(Map.copyOf(all));
  }

  /** Lines of this copy that are quoted. */
  List<Quoted> of(Copy copy) {
    return found(copy).lines();
  }

  /** Why some lines of this copy that are quoted are not among those. */
  List<Gap> gaps(Copy copy) {
    return found(copy).gaps();
  }

  private Found found(Copy copy) {
    return copy.original() ? byExhibit.getOrDefault(copy.exhibit().id(), NOTHING) : NOTHING;
  }

  private static Found found(Material material, Copy copy) throws Refusal, IOException {
    var citations =
        material.chosenIncidents().stream()
            .flatMap(incident -> incident.linesOf(copy.exhibit().id()).stream())
            .toList();
    if (citations.isEmpty()) {
      return NOTHING;
    }
    if (Reading.withinArchive(copy.exhibit())) {
      return new Found(List.of(), List.of(Gap.ARCHIVE));
    }
    var reading = Reading.of(material.open().register(), copy.exhibit());
    return reading.isEmpty()
        ? new Found(List.of(), List.of(Gap.UNPLACED))
        : placed(material, copy, reading.get(), citations);
  }

  private static Found placed(
      Material material, Copy copy, Reading reading, List<IncidentRecorded.Citation> citations)
      throws Refusal, IOException {
    var lines = new TreeMap<Long, Quoted>();
    var gaps = EnumSet.noneOf(Gap.class);
    for (var citation : citations) {
      // One more than wanted, to know whether there are more.
      var messages = reading.lines(citation.firstLine(), citation.lastLine(), MOST_MESSAGES + 1);
      if (messages.size() > MOST_MESSAGES) {
        gaps.add(Gap.CUT);
      }
      for (var message : messages.subList(0, Math.min(MOST_MESSAGES, messages.size()))) {
        if (lies(message, copy)) {
          lines.put(message.offset(), quoted(material, copy, message));
        } else {
          gaps.add(Gap.UNPLACED);
        }
      }
    }
    return new Found(List.copyOf(lines.values()), List.copyOf(gaps));
  }

  /** What came out of the cage is believed only as far as it fits into the bytes. */
  private static boolean lies(ReadMessage message, Copy copy) {
    var length = message.length();
    var inside = message.offset() + length <= copy.bytes().length();
    return length >= 1 && length <= LONGEST && inside;
  }

  private static Quoted quoted(Material material, Copy copy, ReadMessage message)
      throws Refusal, IOException {
    var register = material.open().register();
    var blob = new BlobId(copy.bytes().blob());
    var length = message.length();
    try (var in = register.openBlob(blob, message.offset(), length)) {
      var sha256 = Hash.sha256(in.readAllBytes());
      return new Quoted(message.line(), message.lastLine(), message.offset(), length, sha256);
    }
  }

  /**
   * Where quoted lines of this copy lie, those that follow one another as one: first and last line,
   * offset and length.
   */
  List<List<Long>> runs(Copy copy) {
    var runs = new ArrayList<List<Long>>();
    for (var line : of(copy)) {
      var end = line.offset() + line.length();
      if (!runs.isEmpty()) {
        var run = runs.getLast();
        if (run.get(2) + run.get(3) == line.offset()) {
          runs.removeLast();
          runs.add(List.of(run.get(0), line.lastLine(), run.get(2), end - run.get(2)));
          continue;
        }
      }
      runs.add(List.of(line.firstLine(), line.lastLine(), line.offset(), line.length()));
    }
    return runs;
  }
}
