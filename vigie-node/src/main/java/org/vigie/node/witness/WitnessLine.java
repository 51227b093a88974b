package org.vigie.node.witness;

import java.io.IOException;

/** The way a question goes to a witness and its answer comes back. */
@FunctionalInterface
interface WitnessLine {

  /**
   * An answer.
   *
   * @param status HTTP status
   * @param body at most 64 KiB
   * @param kept value of the header {@link #KEPT}, empty where there is none
   */
  record Reply(int status, String body, String kept) {}

  /** Carries, in base 64, the checkpoint that a witness which refuses holds of the log. */
  String KEPT = "Witness-Checkpoint";

  /**
   * Asks.
   *
   * @param address as a keeper typed it
   * @throws IOException if no answer came in time
   */
  Reply ask(String address, String body) throws IOException, InterruptedException;
}
