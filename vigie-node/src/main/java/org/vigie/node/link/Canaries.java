package org.vigie.node.link;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.vigie.kernel.Refusal;
import org.vigie.matching.identifier.Identifiers;
import org.vigie.matching.identifier.Reading;
import org.vigie.node.shell.SignedIn;

/**
 * Numbers and names that look real and were given to nobody: an account that brings one is trying
 * numbers out. What a keeper types is kept as a token only.
 */
public final class Canaries {

  private final LinkOffice office;
  private final ShareDesk shares;
  private final LinkPolicy policy;
  private final SecureRandom random;

  Canaries(LinkOffice office, ShareDesk shares, LinkPolicy policy, SecureRandom random) {
    this.office = office;
    this.shares = shares;
    this.policy = policy;
    this.random = random;
  }

  /** What came of planting one. */
  public enum Planted {
    /** It counts. */
    YES,
    /** It is no identifier. */
    UNREADABLE,
    /** The share host is away, or has no room for this keeper today. */
    LATER
  }

  /** Plants {@code raw}. */
  public Planted plant(SignedIn keeper, String raw) throws Refusal {
    if (!(Identifiers.read(raw, policy.region()) instanceof Reading.Read(var identifier))) {
      return Planted.UNREADABLE;
    }
    var id = new byte[8];
    random.nextBytes(id);
    var canary = HexFormat.of().formatHex(id);
    var made = shares.tokens(keeper.id().value(), "canary/" + canary, List.of(identifier));
    if (made.isEmpty()) {
      return Planted.LATER;
    }
    office.plant(keeper, CanarySet.of(canary, SharedKind.of(identifier), made.getFirst()));
    return Planted.YES;
  }
}
