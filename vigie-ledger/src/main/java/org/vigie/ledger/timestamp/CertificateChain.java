package org.vigie.ledger.timestamp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.vigie.kernel.Certificates;
import org.vigie.ledger.LedgerRefused;

/**
 * Certificates of a time-stamping authority as a PEM file carries them.
 *
 * @param certificates in the order of the file
 */
public record CertificateChain(List<X509Certificate> certificates) {

  /** Longest file read, in bytes. */
  public static final int MAX_LENGTH = 256 * 1024;

  private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

  /** Copies the list. */
  public CertificateChain {
    certificates = List.copyOf(certificates);
  }

  /** Reads concatenated PEM (or DER) certificates. */
  public static CertificateChain parse(byte[] file) throws LedgerRefused {
    if (file.length > MAX_LENGTH) {
      throw new LedgerRefused("ledger.malformed-certificate");
    }
    try {
      return new CertificateChain(Certificates.all(file));
    } catch (CertificateException e) {
      throw new LedgerRefused("ledger.malformed-certificate");
    }
  }

  /** The certificates as a PEM file, in order. */
  public byte[] pem() {
    var out = new StringBuilder();
    try {
      for (var certificate : certificates) {
        out.append("-----BEGIN CERTIFICATE-----\n");
        out.append(PEM.encodeToString(certificate.getEncoded()));
        out.append("\n-----END CERTIFICATE-----\n");
      }
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("It was read from bytes", e);
    }
    return out.toString().getBytes(US_ASCII);
  }

  /** Those that signed themselves: the roots the file asks the reader to believe. */
  public List<X509Certificate> roots() {
    return certificates.stream()
        .filter(c -> c.getIssuerX500Principal().equals(c.getSubjectX500Principal()))
        .toList();
  }
}
