package org.vigie.node.link;

import java.util.Locale;
import java.util.Optional;
import org.vigie.matching.identifier.EmailAddress;
import org.vigie.matching.identifier.Handle;
import org.vigie.matching.identifier.Identifier;
import org.vigie.matching.identifier.Link;
import org.vigie.matching.identifier.PersonName;
import org.vigie.matching.identifier.PhoneNumber;

/** What two cases may have in common. */
public enum SharedKind {
  /** A telephone number. */
  PHONE(true),
  /** The name of an account. */
  HANDLE(true),
  /** An e-mail address. */
  EMAIL(true),
  /** The address of a page. */
  PAGE(false),
  /** A name that callers gave themselves. */
  ALIAS(false),
  /** Nearly the same words. */
  SCRIPT(false),
  /** Copies of one recording, or of parts of it; never: one voice. */
  RECORDING(false);

  private final boolean strong;

  SharedKind(boolean strong) {
    this.strong = strong;
  }

  /** Whether it seldom belongs to two senders at once. */
  boolean strong() {
    return strong;
  }

  /** The stable code that entries keep. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SharedKind of(Identifier identifier) {
    return switch (identifier) {
      case PhoneNumber number -> PHONE;
      case Handle handle -> HANDLE;
      case EmailAddress address -> EMAIL;
      case Link page -> PAGE;
      case PersonName name -> ALIAS;
    };
  }

  /** The kind that entries call {@code code}; none for one that this release does not know. */
  static Optional<SharedKind> ofCode(String code) {
    for (var kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
