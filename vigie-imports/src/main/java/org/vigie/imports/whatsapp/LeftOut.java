package org.vigie.imports.whatsapp;

import java.nio.charset.StandardCharsets;

/** What WhatsApp writes in the place of a file that an export leaves out. */
public final class LeftOut {

  private LeftOut() {}

  /**
   * Whether {@code text} says that a file was left out and nothing besides: a name or words before
   * it make it a line of its own.
   */
  public static boolean says(String text) {
    var b = text.getBytes(StandardCharsets.UTF_8);
    var start = Marks.skip(b, 0, b.length);
    var end = Classifier.trimmed(b, start, b.length);
    return Phrases.ALL
        .omitted()
        .contains(new String(b, start, end - start, StandardCharsets.UTF_8));
  }
}
