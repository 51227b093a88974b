package org.vigie.matching.identifier;

import java.util.regex.Pattern;

/** Reads e-mail addresses. */
final class EmailAddresses {

  private static final Pattern LOCAL =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~.\\-]{1,64}");

  private EmailAddresses() {}

  static Reading read(String raw) {
    var text = Invisible.trimmed(raw);
    if (text.regionMatches(true, 0, "mailto:", 0, 7)) {
      text = text.substring(7);
    }
    if (Invisible.within(text)) {
      return new Reading.Unreadable("identifier.invisible-characters");
    }
    text = Handles.lower(text);
    var at = text.lastIndexOf('@');
    if (at < 1 || !LOCAL.matcher(text.substring(0, at)).matches()) {
      return new Reading.Unreadable("identifier.malformed");
    }
    var domain = Domains.ascii(text.substring(at + 1));
    if (domain == null || domain.indexOf('.') < 0) {
      return new Reading.Unreadable("identifier.malformed");
    }
    return new Reading.Read(new EmailAddress(text.substring(0, at) + "@" + domain));
  }
}
