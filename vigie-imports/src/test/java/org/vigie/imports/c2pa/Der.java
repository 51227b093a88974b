package org.vigie.imports.c2pa;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;

/** Just enough DER (ITU-T X.690) for a certificate that vouches for itself. */
final class Der {

  private Der() {}

  static byte[] certificate(String name, KeyPair keys, String algorithm, byte[] identifier)
      throws GeneralSecurityException {
    return certificate(name, name, keys, algorithm, identifier);
  }

  /** For the public key of {@code keys}; the private one is that of the issuer. */
  static byte[] certificate(
      String subject, String issuer, KeyPair keys, String algorithm, byte[] identifier)
      throws GeneralSecurityException {
    var valid = sequence(time("250101000000Z"), time("350101000000Z"));
    var number = value(2, BigInteger.valueOf(7).toByteArray());
    var version = value(0xA0, value(2, new byte[] {2}));
    var body =
        sequence(
            version,
            number,
            sequence(identifier),
            name(issuer),
            valid,
            name(subject),
            keys.getPublic().getEncoded());
    var signature = Signature.getInstance(algorithm);
    signature.initSign(keys.getPrivate());
    signature.update(body);
    var bits = new ByteArrayOutputStream();
    bits.write(0);
    bits.writeBytes(signature.sign());
    return sequence(body, sequence(identifier), value(3, bits.toByteArray()));
  }

  private static byte[] name(String name) {
    var common = new byte[] {6, 3, 0x55, 4, 3};
    var text = value(12, name.getBytes(StandardCharsets.UTF_8));
    return sequence(value(0x31, sequence(common, text)));
  }

  private static byte[] time(String time) {
    return value(23, time.getBytes(StandardCharsets.US_ASCII));
  }

  static byte[] sequence(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return value(0x30, out.toByteArray());
  }

  static byte[] value(int tag, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 128) {
      out.write(content.length);
    } else {
      var length = BigInteger.valueOf(content.length).toByteArray();
      var from = length[0] == 0 ? 1 : 0;
      out.write(0x80 | (length.length - from));
      out.write(length, from, length.length - from);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }
}
