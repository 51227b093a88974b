package org.vigie.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;

/**
 * Time stamps by an authority (RFC 3161). Protects the claim that something existed by a time, as
 * far as the authority is honest; does not protect who made it, nor say that its certificate was
 * not revoked since.
 */
public final class TimeStamps {

  private static final int NONCE_BITS = 64;

  private TimeStamps() {}

  /** A request for a SHA-256 digest with a fresh nonce, to POST as application/timestamp-query. */
  public static byte[] request(byte[] sha256, SecureRandom random) {
    var generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    try {
      return generator
          .generate(TSPAlgorithms.SHA256, sha256, new BigInteger(NONCE_BITS, random))
          .getEncoded();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Checks the reply to a request: that it grants it, repeats digest and nonce, and is signed under
   * a trusted certificate for time stamping.
   *
   * @throws SealRefused as {@link #verify} does, or {@code seal.timestamp-other-data} if it answers
   *     another request
   */
  public static TimeStamp accept(byte[] request, byte[] reply, Collection<X509Certificate> trusted)
      throws SealRefused {
    var response = parse(reply);
    try {
      response.validate(new TimeStampRequest(request));
    } catch (TSPException | IOException | RuntimeException otherRequest) {
      throw new SealRefused("seal.timestamp-other-data");
    }
    return verified(token(response), trusted);
  }

  /**
   * Checks a reply kept from earlier against the SHA-256 digest it should be about.
   *
   * @throws SealRefused {@code seal.malformed}, {@code seal.timestamp-not-granted}, {@code
   *     seal.timestamp-other-data} or {@code seal.timestamp-untrusted}
   */
  public static TimeStamp verify(byte[] sha256, byte[] reply, Collection<X509Certificate> trusted)
      throws SealRefused {
    var token = token(parse(reply));
    var info = token.getTimeStampInfo();
    if (!TSPAlgorithms.SHA256.equals(info.getMessageImprintAlgOID())
        || !Digests.same(sha256, info.getMessageImprintDigest())) {
      throw new SealRefused("seal.timestamp-other-data");
    }
    return verified(token, trusted);
  }

  private static TimeStampResponse parse(byte[] reply) throws SealRefused {
    try {
      return new TimeStampResponse(reply);
    } catch (TSPException | IOException | RuntimeException malformed) {
      throw SealRefused.malformed();
    }
  }

  private static TimeStampToken token(TimeStampResponse response) throws SealRefused {
    var token = response.getTimeStampToken();
    if (token == null) {
      throw new SealRefused("seal.timestamp-not-granted");
    }
    return token;
  }

  private static TimeStamp verified(TimeStampToken token, Collection<X509Certificate> trusted)
      throws SealRefused {
    try {
      var certificates = certificates(token, trusted);
      var signer =
          certificates.stream()
              .filter(certificate -> token.getSID().match(certificate))
              .findFirst()
              .orElseThrow(() -> new SealRefused("seal.timestamp-untrusted"));
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
      var info = token.getTimeStampInfo();
      requireTrusted(signer, certificates, trusted, info.getGenTime());
      return new TimeStamp(
          info.getGenTime().toInstant(),
          signer.getSubject().toString(),
          info.getPolicy().getId(),
          info.getSerialNumber().toString());
    } catch (TSPException
        | OperatorCreationException
        | GeneralSecurityException
        | RuntimeException untrusted) {
      throw new SealRefused("seal.timestamp-untrusted");
    }
  }

  private static List<X509CertificateHolder> certificates(
      TimeStampToken token, Collection<X509Certificate> trusted) throws GeneralSecurityException {
    Store<X509CertificateHolder> carried = token.getCertificates();
    var certificates = new ArrayList<>(carried.getMatches(null));
    for (var certificate : trusted) {
      certificates.add(new JcaX509CertificateHolder(certificate));
    }
    return certificates;
  }

  private static void requireTrusted(
      X509CertificateHolder signer,
      List<X509CertificateHolder> certificates,
      Collection<X509Certificate> trusted,
      Date at)
      throws GeneralSecurityException {
    var converter = new JcaX509CertificateConverter();
    var leaf = converter.getCertificate(signer);
    if (trusted.contains(leaf)) {
      leaf.checkValidity(at);
      return;
    }
    var anchors =
        trusted.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
    var target = new X509CertSelector();
    target.setCertificate(leaf);
    var parameters = new PKIXBuilderParameters(anchors, target);
    var known = new ArrayList<X509Certificate>();
    for (var holder : certificates) {
      known.add(converter.getCertificate(holder));
    }
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(at);
    CertPathBuilder.getInstance("PKIX").build(parameters);
  }
}
