package org.vigie.imports.detect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Message;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.copies.Chats;
import org.vigie.imports.copies.Given;
import org.vigie.imports.copies.Print;
import org.vigie.imports.copies.Prints;

/** Finds out which of several files in an archive are exports of one chat. */
final class Copies {

  private static final int MOST = 500_000;

  /** Each is compared with each other. */
  private static final int MOST_FILES = 2000;

  private final Print print;
  private final List<Prints> files = new ArrayList<>();
  private final List<ReadOptions> told = new ArrayList<>();
  private boolean tooMany;
  private int total;

  private Copies(Print print) {
    this.print = print;
  }

  /**
   * Reads all files once; what cannot be read has no copies.
   *
   * @throws ImportRefused if one has to be asked for the order of its dates
   */
  static Copies among(ExportReader reader, List<Part> parts, Asked asked)
      throws ImportRefused, IOException {
    var copies = new Copies(new Print(reader.format()));
    copies.tooMany = parts.size() > MOST_FILES;
    for (var part : parts) {
      var prints = new Prints();
      var told = asked.read(part, message -> copies.take(prints, message));
      if (told.dateOrder() != null) {
        copies.again(reader, part, told, prints);
      }
      copies.files.add(prints);
      copies.told.add(told);
    }
    copies.tooMany = copies.tooMany || Chats.areTooMany(copies.files);
    return copies;
  }

  private void again(ExportReader reader, Part part, ReadOptions options, Prints prints)
      throws IOException {
    try {
      reader.read(part.source(), options, message -> take(prints, message));
    } catch (ImportRefused notReadable) {
      prints.clear();
    }
  }

  private void take(Prints prints, Message message) {
    tooMany |= ++total > MOST;
    if (!tooMany) {
      prints.add(Math.toIntExact(message.n()), print.of(message));
    }
  }

  /** What is said of the file at this place. */
  ReadOptions told(int place) {
    return told.get(place);
  }

  /** Whether there were too many messages or files to compare. */
  boolean areTooMany() {
    return tooMany;
  }

  /** The places of the files; those of one chat together, the earliest first. */
  List<List<Integer>> groups() {
    return tooMany
        ? IntStream.range(0, files.size()).mapToObj(List::of).toList()
        : Chats.among(files);
  }

  /** The chat that these files are of. */
  Joined.Copy copy(List<Integer> group, String chat) {
    return new Joined.Copy(chat, print, new Given(group.stream().map(files::get).toList()));
  }
}
