package org.vigie.node.shell;

import java.util.Locale;

/** What a member does in a house. A role opens pages; only a grant opens a register. */
public enum Role {
  /** Someone targeted, with a case of their own. */
  PERSON,
  /** Accompanies a few people. */
  CASEWORKER,
  /** Members, recovery, sensitive releases that need two. */
  KEEPER,
  /** Patterns above the threshold, never a case. */
  ANALYST,
  /** Gatherings, exhibitions, residencies. */
  HOST,
  /** Pledges and payments by pseudonym. */
  TREASURER;

  /** The word that entries and forms write. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Message key of its name. */
  public String key() {
    return "shell.role." + code();
  }
}
