package org.vigie.node.exhibit;

import java.io.IOException;
import java.util.Optional;
import org.vigie.imports.copies.Print;
import org.vigie.imports.copies.Prints;
import org.vigie.kernel.BlobId;
import org.vigie.register.OpenRegister;
import org.vigie.register.RegisterRefused;

/**
 * The prints of the messages of an exhibit. They are taken when it is read and kept with it, sealed
 * as its messages are, so that comparing two long exports is quick.
 */
final class ReadingPrints {

  /** The kind of derived item they are kept as. */
  static final String KIND = "prints";

  /** Prints of more messages are not taken: comparing them would keep a page waiting. */
  static final long MOST = 400_000;

  /** Bytes of all prints of an exhibit at most. */
  static final int LARGEST = 64 << 20;

  private ReadingPrints() {}

  /** Takes the prints of messages one after the other. Not for several threads. */
  static final class Taking {

    private final Print print;
    private final Prints prints = new Prints();

    Taking(String format) {
      print = new Print(format);
    }

    /** What came out of the cage is believed only as far as it makes sense. */
    void add(ReadMessage message) {
      if (message.n() > 0 && message.n() <= Prints.HIGHEST && prints.size() < MOST) {
        print.of(
            message.local().orElse(null),
            message.author(),
            message.kind(),
            message.text(),
            message.media(),
            message.flags());
        prints.add((int) message.n(), print);
      }
    }

    Prints prints() {
      return prints;
    }
  }

  /**
   * The prints of {@code exhibit}, as they were kept; taken now where they were not, as of exhibits
   * read long ago.
   *
   * @throws RegisterRefused if what was kept is not what was sealed
   */
  static Prints of(OpenRegister file, Exhibit exhibit) throws RegisterRefused, IOException {
    var kept = kept(exhibit);
    if (kept.isPresent()) {
      try (var in = file.openBlob(new BlobId(kept.get().bytes().blob()))) {
        return Prints.parse(in.readNBytes(LARGEST), MOST);
      }
    }
    var reading = Reading.of(file, exhibit);
    var taking = new Taking(reading.map(read -> read.report().format()).orElse(""));
    if (reading.isPresent()) {
      reading.get().each(taking::add);
    }
    return taking.prints();
  }

  /** Prints of the messages as they were read last: they may have been read again since. */
  private static Optional<ExhibitDerived> kept(Exhibit exhibit) {
    var read = exhibit.derived("messages").map(made -> made.bytes().blob()).orElse("");
    return exhibit.derived(KIND).filter(made -> made.report().equals(read));
  }
}
