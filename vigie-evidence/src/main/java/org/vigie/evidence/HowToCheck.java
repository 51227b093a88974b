package org.vigie.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;

/** {@code VERIFY.txt}: how to check a package with public tools alone, in English and French. */
final class HowToCheck {

  private HowToCheck() {}

  static byte[] text() {
    try (var in = HowToCheck.class.getResourceAsStream("VERIFY.txt")) {
      if (in == null) {
        throw new IllegalStateException("VERIFY.txt is not in the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
