package org.vigie.kernel;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/**
 * Reads X.509 certificates that strangers wrote (RFC 5280). Says nothing of who vouches for them.
 */
public final class Certificates {

  private Certificates() {}

  /**
   * The certificate that {@code encoded} begins with, as DER or PEM.
   *
   * @throws CertificateException whatever is wrong with it
   */
  public static X509Certificate one(byte[] encoded) throws CertificateException {
    return read(encoded, (factory, in) -> List.of(factory.generateCertificate(in))).getFirst();
  }

  /**
   * Those of a file, one after another as PEM or DER.
   *
   * @throws CertificateException whatever is wrong with one of them
   */
  public static List<X509Certificate> all(byte[] file) throws CertificateException {
    return read(file, CertificateFactory::generateCertificates);
  }

  private static List<X509Certificate> read(byte[] encoded, Reading reading)
      throws CertificateException {
    try {
      var factory = CertificateFactory.getInstance("X.509");
      return reading.read(factory, new ByteArrayInputStream(encoded)).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (RuntimeException broken) {
      // The JDK's reader breaks off so for some keys, among them an empty one of Ed25519.
      throw new CertificateException(broken);
    }
  }

  /** One of the JDK's two ways to read. */
  @FunctionalInterface
  private interface Reading {
    Collection<? extends Certificate> read(CertificateFactory factory, InputStream in)
        throws CertificateException;
  }
}
