package org.vigie.seal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The text form of an age file, as {@code age -a} writes it for mail and chat (C2SP age.md, ASCII
 * armor: the strict PEM of RFC 7468, section 3). Hides nothing by itself and protects nothing; the
 * sealed file inside does.
 */
public final class Armor {

  /** White space that is let pass before and behind, in bytes: what mail programs add. */
  static final int MOST_WHITE = 1024;

  static final String BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";
  static final String END = "-----END AGE ENCRYPTED FILE-----";

  private Armor() {}

  /**
   * The sealed file in {@code in}, whether it comes as text or as it is. Nothing is read ahead but
   * a buffer, and no line longer than the form allows is ever kept; the read that meets anything
   * else throws {@link BrokenSealException}, and every read after it. Closing it closes {@code in}.
   */
  public static InputStream off(InputStream in) throws IOException {
    var buffered = new BufferedInputStream(in);
    buffered.mark(MOST_WHITE + 2);
    var octet = buffered.read();
    for (var i = 0; i < MOST_WHITE && isWhite(octet); i++) {
      octet = buffered.read();
    }
    buffered.reset();
    return octet == BEGIN.charAt(0) ? new ArmorStream(buffered) : buffered;
  }

  static boolean isWhite(int octet) {
    return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
  }
}
