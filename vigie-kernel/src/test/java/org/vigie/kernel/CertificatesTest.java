package org.vigie.kernel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CertificateException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CertificatesTest {

  /** Of "test", for a key of Ed25519 without a single byte. */
  private static final byte[] EMPTY_KEY =
      Base64.getDecoder()
          .decode(
              "MIGpMF2gAwIBAgIBBzAFBgMrZXAwDzENMAsGA1UEAwwEdGVzdDAeFw0yNTAxMDEwMDAwMDBaFw0zNTAxMDEw"
                  + "MDAwMDBaMA8xDTALBgNVBAMMBHRlc3QwCjAFBgMrZXADAQAwBQYDK2VwA0EAAQEBAQEBAQEBAQEBAQEB"
                  + "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ==");

  @Test
  void a_key_without_bytes_is_refused_like_anything_broken() {
    assertThatThrownBy(() -> Certificates.one(EMPTY_KEY)).isInstanceOf(CertificateException.class);
    assertThatThrownBy(() -> Certificates.all(EMPTY_KEY)).isInstanceOf(CertificateException.class);
    assertThatThrownBy(() -> Certificates.one(new byte[0]))
        .isInstanceOf(CertificateException.class);
  }
}
