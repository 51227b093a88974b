package org.vigie.node.house;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The address under which an empty node is founded: printed on the terminal of whoever started it,
 * good until a house is founded. Protects a fresh node from whoever else reaches its port.
 */
public final class FoundingAddress {

  private final Accounts accounts;
  private final String token;

  FoundingAddress(Accounts accounts, SecureRandom random) {
    this.accounts = accounts;
    var bytes = new byte[16];
    random.nextBytes(bytes);
    token = HexFormat.of().formatHex(bytes);
  }

  /** The path to print, while there is no house. */
  public Optional<String> path() {
    return accounts.none() ? Optional.of("/found/" + token) : Optional.empty();
  }

  /** Whether {@code tried} is the token of the address, and there is no house yet. */
  public boolean opens(String tried) {
    return MessageDigest.isEqual(
            tried.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))
        && accounts.none();
  }
}
