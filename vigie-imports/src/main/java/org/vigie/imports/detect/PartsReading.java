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

  /** Reads them all; {@code more} goes to the warnings. */
  ReadReport read(List<String> more, MessageSink sink) throws ImportRefused, IOException {
    if (parts.size() == 1) {
      var only = parts.getFirst();
      return reader.read(only.source(), of(only), sink).within(only.name(), more);
    }
    var joined = new Joined(sink);
    if (!reader.repeats()) {
      for (var part : parts) {
        joined.read(reader, part, of(part), null);
      }
      return joined.report(more);
    }
    var all = new ArrayList<>(more);
    var copies = Copies.among(reader, parts, options);
    if (copies.areTooMany()) {
      all.add("too many messages to look for the same in several files; none were left out");
    }
    for (var group : copies.groups()) {
      var given = group.size() == 1 ? null : new Given(parts.get(group.getFirst()).name());
      for (var index : group) {
        joined.read(reader, parts.get(index), of(parts.get(index)), given);
      }
    }
    return joined.report(all);
  }

  private ReadOptions of(Part part) {
    return options.withCompanions(part.companions());
  }
}
