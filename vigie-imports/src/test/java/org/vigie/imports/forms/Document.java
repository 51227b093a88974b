package org.vigie.imports.forms;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vigie.imports.ReadOptions;

/**
 * An export and what was written into it.
 *
 * @param text all of it
 * @param charset the encoding of the file
 * @param told what the person says about it
 * @param messages in the order in which they must be read
 */
public record Document(String text, Charset charset, ReadOptions told, List<Written> messages) {

  /** One in UTF-8 of which nothing needs to be said. */
  Document(String text, List<Written> messages) {
    this(text, StandardCharsets.UTF_8, ReadOptions.NONE, messages);
  }

  /** One that is no text. */
  static Document binary(byte[] bytes, List<Written> messages) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    return new Document(text, StandardCharsets.ISO_8859_1, ReadOptions.NONE, messages);
  }

  /** The file. */
  public byte[] bytes() {
    return text.getBytes(charset);
  }
}
