package org.vigie.imports.meta;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text whose bytes of UTF-8 were written as characters one by one. */
final class Mojibake {

  private Mojibake() {}

  /** The text that was meant; null when it is fine as it stands or cannot have been meant so. */
  static @Nullable String mended(String text) {
    var beyond = false;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c > 0xFF) {
        return null;
      }
      beyond |= c >= 0x80;
    }
    if (!beyond) {
      return null;
    }
    var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
