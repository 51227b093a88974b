package org.vigie.seal;

import java.nio.charset.StandardCharsets;

/**
 * What a signature is about. Signed in front of the message, so that a signature for one purpose is
 * never one for another; no label is the beginning of another, and a test keeps it so.
 */
public enum SignatureLabel {
  /** An entry in a register. */
  REGISTER_ENTRY("vigie/v1/register-entry"),
  /** An epoch's seed given to a member. */
  REGISTER_GRANT("vigie/v1/register-grant"),
  /** What the node itself deposits with nobody signed in. */
  NODE_DEPOSIT("vigie/v1/node-deposit"),
  /** A member's public keys in the directory. */
  KEY_DIRECTORY("vigie/v1/key-directory"),
  /** A member's keyring or inbox. */
  KEYRING("vigie/v1/keyring"),
  /** A receipt for something handed in. */
  RECEIPT("vigie/v1/receipt"),
  /** An evidence package. */
  EVIDENCE("vigie/v1/evidence"),
  /** A dossier released to a recipient. */
  DOSSIER("vigie/v1/dossier"),
  /** A consent given or taken back. */
  CONSENT("vigie/v1/consent"),
  /** Tokens handed to the matching of links. */
  MATCHING("vigie/v1/matching"),
  /** What one house sends another. */
  HOUSE_TO_HOUSE("vigie/v1/house-to-house"),
  /** A backup of a node. */
  BACKUP("vigie/v1/backup");

  private final String text;

  SignatureLabel(String text) {
    this.text = text;
  }

  /** The label as signed: ASCII without spaces. */
  public String text() {
    return text;
  }

  /** What is signed for {@code message}: label, a zero byte, message. */
  byte[] frame(byte[] message) {
    return Bytes.join(text.getBytes(StandardCharsets.US_ASCII), new byte[1], message);
  }
}
