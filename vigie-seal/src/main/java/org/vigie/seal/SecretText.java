package org.vigie.seal;

import java.util.Locale;
import org.vigie.kernel.Secret;

/** Private keys in age's text form: upper-case Bech32. */
final class SecretText {

  private SecretText() {}

  static Secret parse(String prefix, String text, int length) throws SealRefused {
    var stripped = text.strip();
    if (!stripped.startsWith(prefix.toUpperCase(Locale.ROOT))) {
      throw SealRefused.malformed();
    }
    var secret = Secret.take(Bech32.decode(prefix, stripped));
    if (secret.length() != length) {
      secret.close();
      throw SealRefused.malformed();
    }
    return secret;
  }
}
