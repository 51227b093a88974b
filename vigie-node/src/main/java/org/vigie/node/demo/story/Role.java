package org.vigie.node.demo.story;

/** What an account of the house comes for. */
public enum Role {
  /** Someone targeted. */
  PERSON,
  /** Accompanies a few people. */
  CASEWORKER,
  /** One of those who look after members, recovery and sensitive releases. */
  KEEPER,
  /** Sees patterns above the threshold, never a case. */
  ANALYST,
  /** Runs gatherings, exhibitions, residencies. */
  HOST,
  /** Mutual aid. */
  TREASURER
}
