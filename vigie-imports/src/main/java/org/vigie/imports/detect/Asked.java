package org.vigie.imports.detect;

import java.io.IOException;
import java.util.ArrayList;
import org.vigie.imports.ExportReader;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.MessageSink;
import org.vigie.imports.ReadOptions;

/**
 * What is said of each of several files before they are read as one document. Whether a file
 * decides the order of its dates is found out before any message is given, so that no later file is
 * left out for want of an answer; the answer goes to those alone that do not decide.
 */
final class Asked {

  private static final String AMBIGUOUS = "import.date-order-ambiguous";
  private static final int LONGEST_NAME = 300;

  private final ExportReader reader;
  private final ReadOptions options;

  Asked(ExportReader reader, ReadOptions options) {
    this.reader = reader;
    this.options = options;
  }

  /**
   * The options of a file; its messages are not read.
   *
   * @throws ImportRefused as {@link #read} does
   */
  ReadOptions of(Part part) throws ImportRefused, IOException {
    if (!reader.mayAsk()) {
      return options.withCompanions(part.companions());
    }
    try {
      return read(
          part,
          message -> {
            throw new Decided();
          });
    } catch (Decided byItself) {
      return untold(part);
    }
  }

  /**
   * Reads a file as far as it decides by itself; answers the options to read it with for good.
   *
   * @throws ImportRefused {@code import.date-order-ambiguous}, its name as the last detail, if the
   *     order has to be asked for and nobody told it
   */
  ReadOptions read(Part part, MessageSink sink) throws ImportRefused, IOException {
    try {
      reader.read(part.source(), untold(part), sink);
      return untold(part);
    } catch (ImportRefused refused) {
      if (!refused.key().equals(AMBIGUOUS)) {
        // What cannot be read for another reason is named when its turn comes.
        return untold(part);
      }
      var order = options.dateOrder();
      if (order == null) {
        throw named(refused, part);
      }
      return untold(part).withDateOrder(order);
    }
  }

  private ReadOptions untold(Part part) {
    return options.withCompanions(part.companions()).withDateOrder(null);
  }

  private static ImportRefused named(ImportRefused question, Part part) {
    var details = new ArrayList<Object>(question.details());
    var name = part.name();
    details.add(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
    return new ImportRefused(AMBIGUOUS, details.toArray());
  }

  /** The first message came: the dates are known. */
  private static final class Decided extends IOException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
