package org.vigie.matching.join;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.matching.identifier.EmailAddress;
import org.vigie.matching.identifier.Found;
import org.vigie.matching.identifier.Handle;
import org.vigie.matching.identifier.Identifier;
import org.vigie.matching.identifier.Identifiers;
import org.vigie.matching.identifier.Link;
import org.vigie.matching.identifier.PersonName;
import org.vigie.matching.identifier.PersonNames;
import org.vigie.matching.identifier.PhoneNumber;
import org.vigie.matching.identifier.Reading;

/** Whom a message came from or speaks of, as keys that can be looked up. */
final class MessageKeys {

  private MessageKeys() {}

  /** The keys of {@code message}, in whose text {@code found} was found. */
  static List<JoinKey> of(Message message, List<Found> found, @Nullable String region) {
    var own = new LinkedHashSet<JoinKey>();
    for (var raw : message.identifiers()) {
      addGiven(raw, region, own);
    }
    found.forEach(f -> own.add(key(f.identifier())));
    return List.copyOf(own);
  }

  private static void addGiven(String raw, @Nullable String region, Set<JoinKey> own) {
    if (Identifiers.read(raw, region) instanceof Reading.Read(var identifier)) {
      own.add(key(identifier));
      return;
    }
    var inside = Identifiers.findIn(raw, region);
    inside.forEach(f -> own.add(key(f.identifier())));
    if (inside.isEmpty()) {
      PersonNames.read(raw).ifPresent(name -> own.add(key(name)));
    }
  }

  private static JoinKey key(Identifier identifier) {
    return switch (identifier) {
      case PhoneNumber number -> new JoinKey(Reason.NUMBER, number.canonical(), null);
      case EmailAddress address -> new JoinKey(Reason.HANDLE, address.canonical(), null);
      case Link link -> new JoinKey(Reason.LINK, link.canonical(), null);
      case PersonName name -> new JoinKey(Reason.PERSONA, name.canonical(), null);
      case Handle handle -> new JoinKey(Reason.HANDLE, "handle|" + handle.name(), handle);
    };
  }
}
