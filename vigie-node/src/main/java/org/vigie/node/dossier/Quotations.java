package org.vigie.node.dossier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
 * Where the lines that chosen incidents quote lie in the bytes that go along, message by message.
 * Nothing is told of exhibits that go as a copy with parts covered: a hash would let a reader try
 * guesses.
 *
 * @param byExhibit by identifier, in the order of lines
 */
record Quotations(Map<String, List<Quoted>> byExhibit) {

  private static final int MOST_MESSAGES = 200;
  private static final int LONGEST = 1024 * 1024;

  static Quotations of(Material material) throws Refusal, IOException {
    var all = new HashMap<String, List<Quoted>>();
    for (var copy : material.copies()) {
      if (copy.original()) {
        all.put(copy.exhibit().id(), quoted(material, copy));
      }
    }
    return new Quotations(Map.copyOf(all));
  }

  /** Lines of this copy that are quoted. */
  List<Quoted> of(Copy copy) {
    return copy.original() ? byExhibit.getOrDefault(copy.exhibit().id(), List.of()) : List.of();
  }

  private static List<Quoted> quoted(Material material, Copy copy) throws Refusal, IOException {
    var reading = Reading.of(material.open().register(), copy.exhibit());
    // Within an archive the lines lie in one of its files, not in the bytes handed out.
    if (reading.isEmpty() || !reading.get().report().source().isEmpty()) {
      return List.of();
    }
    var found = new TreeMap<Long, Quoted>();
    for (var incident : material.chosenIncidents()) {
      for (var citation : incident.now().citations()) {
        if (citation.exhibit().equals(copy.exhibit().id()) && citation.firstLine() > 0) {
          add(found, material, copy, messages(reading.get(), citation));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static List<ReadMessage> messages(Reading reading, IncidentRecorded.Citation citation)
      throws Refusal, IOException {
    return reading.lines(citation.firstLine(), citation.lastLine(), MOST_MESSAGES);
  }

  private static void add(
      Map<Long, Quoted> found, Material material, Copy copy, List<ReadMessage> messages)
      throws Refusal, IOException {
    for (var message : messages) {
      var length = message.length();
      var inside = message.offset() + length <= copy.bytes().length();
      if (length >= 1 && length <= LONGEST && inside) {
        found.put(message.offset(), quoted(material, copy, message));
      }
    }
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
