package org.vigie.node.house;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.vigie.kernel.Language;
import org.vigie.kernel.Secret;
import org.vigie.node.house.HouseRows.Kind;
import org.vigie.register.ForgetfulJson;
import org.vigie.seal.Hkdf;
import org.vigie.seal.Passphrases;
import org.vigie.seal.Place;
import org.vigie.seal.RowKey;
import org.vigie.seal.SealRefused;
import tools.jackson.databind.json.JsonMapper;

/**
 * Invitations on paper: eight words that work once, for two weeks. Protects which house and which
 * roles an invitation is for from whoever has the database and not the paper.
 */
final class Invitations {

  private static final Duration VALID = Duration.ofDays(14);
  private static final JsonMapper JSON = ForgetfulJson.builder().build();

  private final HouseRows rows;
  private final SecureRandom random;
  private final InstantSource clock;

  Invitations(HouseRows rows, SecureRandom random, InstantSource clock) {
    this.rows = rows;
    this.random = random;
    this.clock = clock;
  }

  /** What the paper opens. */
  record Invitation(String id, String house, String keepers, List<String> roles, String until) {}

  /** A fresh one and the words that open it. */
  record Written(String code, Invitation invitation) {}

  Written write(String house, String keepers, List<String> roles, Language language) {
    var code = Passphrases.recoveryCode(language, random);
    try (var secret = secret(code)) {
      var id = id(secret);
      var invitation =
          new Invitation(id, house, keepers, roles, clock.instant().plus(VALID).toString());
      try (var key = RowKey.derive(secret, "invitation")) {
        rows.put(Kind.INVITATION, id, key.seal(JSON.writeValueAsBytes(invitation), place(id)));
      }
      return new Written(code, invitation);
    }
  }

  /** The invitation these words open, if it waits and is not too old. */
  Optional<Invitation> find(String code) {
    try (var secret = secret(code)) {
      var id = id(secret);
      var row = rows.find(Kind.INVITATION, id);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      try (var key = RowKey.derive(secret, "invitation")) {
        var found = JSON.readValue(key.open(row.get(), place(id)), Invitation.class);
        return Instant.parse(found.until()).isAfter(clock.instant())
            ? Optional.of(found)
            : Optional.empty();
      }
    } catch (SealRefused changed) {
      return Optional.empty();
    }
  }

  /** Uses an invitation up; false if somebody was faster. */
  boolean use(Invitation invitation) {
    return rows.delete(Kind.INVITATION, invitation.id());
  }

  private static Secret secret(String code) {
    return Passphrases.secretOf("invitation " + code);
  }

  private static String id(Secret secret) {
    try (var id = Hkdf.derive(secret, "vigie/v1/invitation/id", 32)) {
      return id.use(HexFormat.of()::formatHex);
    }
  }

  private static Place place(String id) {
    return new Place("house", "invitation", id, "content", 0, 1);
  }
}
