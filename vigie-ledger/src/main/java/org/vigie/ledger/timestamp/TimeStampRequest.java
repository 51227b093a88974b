package org.vigie.ledger.timestamp;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.vigie.ledger.Hash;

/**
 * What an authority is asked to sign: RFC 3161, section 2.4.1. It learns a hash and nothing else.
 *
 * @param imprint SHA-256 of what is stamped
 * @param nonce ties the reply to this request
 */
public record TimeStampRequest(Hash imprint, BigInteger nonce) {

  private static final byte[] VERSION_1 = {DerValue.INTEGER, 1, 1};
  private static final byte[] TRUE = {DerValue.BOOLEAN, 1, (byte) 0xff};
  private static final byte[] SHA_256 = HexFormat.of().parseHex("300d06096086480165030402010500");

  /** Asks for a stamp on {@code data} under a fresh nonce. */
  public static TimeStampRequest of(byte[] data, SecureRandom random) {
    return new TimeStampRequest(Hash.sha256(data), new BigInteger(63, random));
  }

  /** The request in DER, asking for the authority's certificate too. */
  public byte[] encoded() {
    var imprinted =
        DerWriter.value(
            DerValue.SEQUENCE, SHA_256, DerWriter.value(DerValue.OCTET_STRING, imprint.toBytes()));
    return DerWriter.value(
        DerValue.SEQUENCE,
        VERSION_1,
        imprinted,
        DerWriter.value(DerValue.INTEGER, nonce.toByteArray()),
        TRUE);
  }
}
