package org.vigie.imports.detect;

import org.vigie.imports.Message;

/**
 * Which messages of one conversation were given already, from the files before. What stands twice
 * in one file is given twice. Not for use by several threads.
 */
final class Given {

  private final String chat;
  private final Print print = new Print();
  private final Counts before = new Counts();
  private final Counts here = new Counts();

  /** {@code chat}: the name of the first file of the conversation. */
  Given(String chat) {
    this.chat = chat;
  }

  /** The name of the first file of the conversation. */
  String chat() {
    return chat;
  }

  /** Begins another file. */
  void next() {
    here.clear();
  }

  /** Whether a message of this file was given from one before. */
  boolean holds(Message message) {
    print.of(message);
    var count = here.add(print.high(), print.low());
    if (count <= before.of(print.high(), print.low())) {
      return true;
    }
    before.set(print.high(), print.low(), count);
    return false;
  }
}
