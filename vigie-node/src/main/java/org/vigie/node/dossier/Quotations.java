package org.vigie.node.dossier;

import java.io.IOException;
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
 * Where the lines that chosen incidents quote lie in the bytes that go along. Nothing is told of
 * exhibits that go as a copy with parts covered: a hash would let a reader try guesses.
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
    if (messages.isEmpty()) {
      return;
    }
    var first = messages.getFirst();
    var last = messages.getLast();
    var length = last.offset() + last.length() - first.offset();
    var inside = first.offset() + length <= copy.bytes().length();
    if (last.length() < 1 || length < 1 || length > LONGEST || !inside) {
      return;
    }
    var register = material.open().register();
    try (var in = register.openBlob(new BlobId(copy.bytes().blob()), first.offset(), length)) {
      var sha256 = Hash.sha256(in.readAllBytes());
      found.put(
          first.offset(),
          new Quoted(first.line(), last.lastLine(), first.offset(), length, sha256));
    }
  }
}
