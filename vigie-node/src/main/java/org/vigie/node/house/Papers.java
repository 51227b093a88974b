package org.vigie.node.house;

import java.util.List;

/**
 * What has to be printed and put away, shown once. Whoever has a recovery code, or enough shares,
 * has the account.
 *
 * @param recoveryCode eight words
 * @param needed how many of the shares bring the account back
 * @param shares the shares' texts; empty if none were wanted
 */
public record Papers(String recoveryCode, int needed, List<String> shares) {

  /** Copies the shares. */
  public Papers {
    shares = List.copyOf(shares);
  }

  /** Never a word of it. */
  @Override
  public String toString() {
    return "Papers";
  }
}
