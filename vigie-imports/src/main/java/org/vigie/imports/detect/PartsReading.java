package org.vigie.imports.detect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.ReadReport;

/** Reads the files of one format in an archive, one after another. */
final class PartsReading {

  private final ExportReader reader;
  private final List<Part> parts;
  private final ReadOptions options;

  PartsReading(ExportReader reader, List<Part> parts, ReadOptions options) {
    this.reader = reader;
    this.options = options;
    Comparator<Part> byNumber = Comparator.comparingLong(Part::number);
    this.parts = new ArrayList<>(parts);
    this.parts.sort(
        Comparator.comparing(Part::folder)
            .thenComparing(reader.newestFirst() ? byNumber.reversed() : byNumber)
            .thenComparing(Part::name));
  }

  /** The files in the order in which they are read: places count in them one after another. */
  List<Part> parts() {
    return parts;
  }

  /** Reads them all; {@code more} goes to the warnings. */
  ReadReport read(List<String> more, MessageSink sink) throws ImportRefused, IOException {
    if (parts.size() == 1) {
      var only = parts.getFirst();
      var told = options.withCompanions(only.companions());
      return reader.read(only.source(), told, sink).within(only.name(), more);
    }
    var joined = new Joined(sink);
    return reader.repeats() ? copies(joined, more) : inOrder(joined, more);
  }

  private ReadReport inOrder(Joined joined, List<String> more) throws ImportRefused, IOException {
    var asked = new Asked(reader, options);
    var told = new ArrayList<ReadOptions>();
    for (var part : parts) {
      told.add(asked.of(part));
    }
    for (var i = 0; i < parts.size(); i++) {
      joined.read(reader, parts.get(i), told.get(i), null);
    }
    return joined.report(more);
  }

  private ReadReport copies(Joined joined, List<String> more) throws ImportRefused, IOException {
    var all = new ArrayList<>(more);
    var copies = Copies.among(reader, parts, new Asked(reader, options));
    if (copies.areTooMany()) {
      all.add("too many messages or files to look for the same in several; none were left out");
    }
    for (var group : copies.groups()) {
      var first = parts.get(group.getFirst()).name();
      var copy = group.size() == 1 ? null : copies.copy(group, first);
      for (var index : group) {
        joined.read(reader, parts.get(index), copies.told(index), copy);
      }
    }
    return joined.report(all);
  }
}
