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
  private final LinkKeys keys;
  private final LinkPolicy policy;
  private final SecureRandom random;

  Canaries(LinkOffice office, LinkKeys keys, LinkPolicy policy, SecureRandom random) {
    this.office = office;
    this.keys = keys;
    this.policy = policy;
    this.random = random;
  }

  /** Plants {@code raw}; false if it is no identifier. */
  public boolean plant(SignedIn keeper, String raw) throws Refusal {
    if (!(Identifiers.read(raw, policy.region()) instanceof Reading.Read(var identifier))) {
      return false;
    }
    var token = keys.tokenizer().tokens(List.of(identifier)).getFirst();
    var id = new byte[8];
    random.nextBytes(id);
    office.plant(keeper, HexFormat.of().formatHex(id), SharedKind.of(identifier), token.index());
    return true;
  }
}
