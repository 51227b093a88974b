package org.vigie.node.shell;

/**
 * Seals what a person typed so that only they can open it again. Protects a form in the memory of a
 * locked session; does not protect it while the request that carried it is being read.
 */
public interface SealingBox extends AutoCloseable {

  /** Seals {@code plain} to the member's public key; needs no secret. */
  byte[] seal(byte[] plain);

  /**
   * Opens what {@link #seal} made.
   *
   * @throws IllegalStateException if the member's keys are closed, or it is not theirs
   */
  byte[] open(byte[] sealed);

  /** Forgets how to open; sealing goes on. */
  @Override
  void close();
}
