package org.vigie.imports;

import java.io.IOException;

/** Where messages go, one at a time, in the order of the source. */
@FunctionalInterface
public interface MessageSink {

  /**
   * Takes the next message.
   *
   * @throws IOException if it cannot be passed on; reading stops
   */
  void accept(Message message) throws IOException;
}
