package org.vigie.ledger;

/** The kinds of note signature we make and check, with the byte C2SP signed-note assigns. */
public enum SignatureType {
  /** Ed25519 over the note text: the log's own signature. */
  ED25519(0x01, 32, "Ed25519", "302a300506032b6570032100"),
  /** Ed25519 with a time, by a witness: C2SP tlog-cosignature. */
  ED25519_COSIGNATURE(0x04, 32, "Ed25519", "302a300506032b6570032100"),
  /** ML-DSA-44 with a time: C2SP tlog-cosignature. */
  ML_DSA_44_COSIGNATURE(0x06, 1312, "ML-DSA-44", "30820532300b06096086480165030403110382052100");

  private final int code;
  private final int keyLength;
  private final String algorithm;
  private final String spkiPrefix;

  SignatureType(int code, int keyLength, String algorithm, String spkiPrefix) {
    this.code = code;
    this.keyLength = keyLength;
    this.algorithm = algorithm;
    this.spkiPrefix = spkiPrefix;
  }

  byte code() {
    return (byte) code;
  }

  int keyLength() {
    return keyLength;
  }

  String algorithm() {
    return algorithm;
  }

  /** What stands before the raw key in its X.509 encoding, in hexadecimal. */
  String spkiPrefix() {
    return spkiPrefix;
  }

  boolean isTimed() {
    return this != ED25519;
  }

  static SignatureType ofCode(int code) throws LedgerRefused {
    for (var type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new LedgerRefused("ledger.malformed-key");
  }
}
