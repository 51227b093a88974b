package org.vigie.matching.identifier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads names of accounts. Look-alike letters stay different: only forms of one letter merge. */
final class Handles {

  static final String NAME_CHARACTER = "[\\p{L}\\p{N}\\p{M}_.\\-]";
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_]" + NAME_CHARACTER + "{0,62}(?:@[a-z0-9.\\-]{3,100})?");

  private Handles() {}

  static Reading read(String raw, Platform platform) {
    var name = raw.strip();
    if (name.startsWith("@") || name.startsWith("＠")) {
      name = name.substring(1);
    }
    name = Invisible.trimmed(name);
    if (Invisible.within(name)) {
      return new Reading.Unreadable("identifier.invisible-characters");
    }
    name = lower(name);
    while (name.endsWith(".") || name.endsWith("-")) {
      name = name.substring(0, name.length() - 1);
    }
    if (!NAME.matcher(name).matches()) {
      return new Reading.Unreadable("identifier.malformed");
    }
    var where = name.indexOf('@') > 0 ? Platform.FEDIVERSE : platform;
    return new Reading.Read(new Handle(where, name));
  }

  /** NFKC, lower-case, and again, since lowering may leave a form that NFKC would change. */
  static String lower(String text) {
    var lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
