package org.vigie.node.caller;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.matching.identifier.EmailAddress;
import org.vigie.matching.identifier.Handle;
import org.vigie.matching.identifier.Identifier;
import org.vigie.matching.identifier.Identifiers;
import org.vigie.matching.identifier.Link;
import org.vigie.matching.identifier.NumberFacts;
import org.vigie.matching.identifier.PersonName;
import org.vigie.matching.identifier.PhoneNumber;
import org.vigie.matching.identifier.Reading;

/**
 * What can be read from something that a screen displayed, without asking anybody.
 *
 * @param raw as displayed
 * @param region two letters, or empty
 */
public record Screen(String raw, String region) {

  private static final List<String> NUMBER_LIKE =
      List.of("identifier.number-unreadable", "identifier.number-needs-region");

  /** What {@code noted} displayed. */
  public static Screen of(CallerNoted noted) {
    return new Screen(noted.raw(), noted.region());
  }

  /** What a number tells; useful for {@link #kind()} {@code phone} and {@code masked} only. */
  public NumberFacts facts() {
    return NumberFacts.of(raw, country());
  }

  /** {@code phone}, {@code handle}, {@code email}, {@code link}, {@code alias}, {@code masked}. */
  public String kind() {
    if (facts().displayMasked()) {
      return "masked";
    }
    return switch (Identifiers.read(raw, country())) {
      case Reading.Read(PhoneNumber number) -> "phone";
      case Reading.Read(Handle handle) -> "handle";
      case Reading.Read(EmailAddress address) -> "email";
      case Reading.Read(Link link) -> "link";
      case Reading.Read(PersonName name) -> "alias";
      case Reading.Unreadable(String key) -> NUMBER_LIKE.contains(key) ? "phone" : "alias";
    };
  }

  /** What it leads back to, if it can be read. */
  public Optional<Identifier> identifier() {
    return Identifiers.read(raw, country()) instanceof Reading.Read(Identifier read)
            && !facts().displayMasked()
        ? Optional.of(read)
        : Optional.empty();
  }

  /** Message key of why it cannot be read, or empty. */
  public String unread() {
    if (facts().displayMasked()) {
      return "number.caution.masked";
    }
    return Identifiers.read(raw, country()) instanceof Reading.Unreadable(String key) ? key : "";
  }

  /**
   * Whether both displayed the same: one identifier, or the same words. Two hidden numbers are
   * never the same.
   */
  public boolean same(Screen other) {
    if (kind().equals("masked") || other.kind().equals("masked")) {
      return false;
    }
    var mine = identifier().map(Identifier::canonical);
    return mine.equals(other.identifier().map(Identifier::canonical))
        && (mine.isPresent() || words().equals(other.words()));
  }

  private String words() {
    return raw.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private @Nullable String country() {
    return Identifiers.isRegion(region) ? region : null;
  }
}
