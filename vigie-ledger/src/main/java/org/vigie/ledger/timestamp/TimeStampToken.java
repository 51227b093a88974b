package org.vigie.ledger.timestamp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Certificates;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LedgerRefused;

/**
 * An authority's word that a hash existed at a time: RFC 3161. Protects against backdating by
 * anyone but the authority; says nothing about what the hash stands for.
 */
public final class TimeStampToken {

  /** Longest reply read, in bytes. */
  public static final int MAX_LENGTH = 64 * 1024;

  private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
  private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";
  private static final String SHA_256 = "2.16.840.1.101.3.4.2.1";
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  private final byte[] content;
  private final List<DerValue> info;
  private final List<X509Certificate> certificates;
  private final DerValue signerInfo;

  private TimeStampToken(byte[] content, List<X509Certificate> certificates, DerValue signer)
      throws LedgerRefused {
    this.content = content;
    this.info = DerValue.parse(content).expect(DerValue.SEQUENCE).children();
    this.certificates = certificates;
    this.signerInfo = signer;
    DerValue.require(info.size() >= 5);
  }

  /**
   * Reads a reply (the content of a {@code .tsr} file).
   *
   * @throws LedgerRefused {@code ledger.time-stamp-declined} if the authority would not, {@code
   *     ledger.malformed-time-stamp} otherwise
   */
  public static TimeStampToken parseReply(byte[] reply) throws LedgerRefused {
    DerValue.require(reply.length <= MAX_LENGTH);
    var parts = DerValue.parse(reply).expect(DerValue.SEQUENCE).children();
    DerValue.require(!parts.isEmpty());
    // PKIStatus: 0 granted, 1 granted with modifications; RFC 3161, section 2.4.2.
    var status = parts.getFirst().expect(DerValue.SEQUENCE).child(0).integer();
    if (status.bitLength() > 1 || status.signum() < 0 || parts.size() != 2) {
      throw new LedgerRefused("ledger.time-stamp-declined");
    }
    return parseToken(parts.get(1));
  }

  private static TimeStampToken parseToken(DerValue contentInfo) throws LedgerRefused {
    DerValue.require(contentInfo.expect(DerValue.SEQUENCE).child(0).oid().equals(SIGNED_DATA));
    var signedData = contentInfo.child(1).expect(DerValue.CONTEXT_0).child(0).children();
    DerValue.require(signedData.size() >= 4);
    var encapsulated = signedData.get(2).expect(DerValue.SEQUENCE);
    DerValue.require(encapsulated.child(0).oid().equals(TST_INFO));
    var content = encapsulated.child(1).expect(DerValue.CONTEXT_0).child(0);
    var certificates = new ArrayList<X509Certificate>();
    for (var part : signedData.subList(3, signedData.size() - 1)) {
      if (part.tag() == DerValue.CONTEXT_0) {
        certificates.addAll(certificates(part));
      }
    }
    var signers = signedData.getLast().expect(DerValue.SET).children();
    DerValue.require(signers.size() == 1);
    return new TimeStampToken(
        content.expect(DerValue.OCTET_STRING).content(),
        List.copyOf(certificates),
        signers.getFirst().expect(DerValue.SEQUENCE));
  }

  private static List<X509Certificate> certificates(DerValue set) throws LedgerRefused {
    var certificates = new ArrayList<X509Certificate>();
    try {
      for (var one : set.children()) {
        certificates.add(Certificates.one(one.encoded()));
      }
    } catch (CertificateException e) {
      throw new LedgerRefused("ledger.malformed-time-stamp");
    }
    return certificates;
  }

  /** When the authority signed, by its own clock. */
  public Instant time() throws LedgerRefused {
    var text = new String(info.get(4).expect(DerValue.GENERALIZED_TIME).content(), US_ASCII);
    DerValue.require(text.matches("[0-9]{14}([.][0-9]{1,9})?Z"));
    try {
      return LocalDateTime.parse(text.substring(0, 14), SECONDS).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new LedgerRefused("ledger.malformed-time-stamp");
    }
  }

  /** The authority's number for this token. */
  public BigInteger serialNumber() throws LedgerRefused {
    return info.get(3).integer();
  }

  /** The nonce of the request, if there was one. */
  public @Nullable BigInteger nonce() throws LedgerRefused {
    for (var part : info.subList(5, info.size())) {
      if (part.tag() == DerValue.INTEGER) {
        return part.integer();
      }
    }
    return null;
  }

  /** The certificates the authority sent along. */
  public List<X509Certificate> certificates() {
    return certificates;
  }

  /** Whether it names {@code imprint}, whoever signed it. */
  boolean isOf(Hash imprint) throws LedgerRefused {
    var stamped = info.get(2).expect(DerValue.SEQUENCE);
    DerValue.require(stamped.child(0).expect(DerValue.SEQUENCE).child(0).oid().equals(SHA_256));
    var theirs = stamped.child(1).expect(DerValue.OCTET_STRING).content();
    return MessageDigest.isEqual(theirs, imprint.toBytes());
  }

  /**
   * Checks that an authority under one of {@code roots} stamped {@code imprint}.
   *
   * @param imprint SHA-256 of what was stamped
   * @param chain further certificates that may lead to a root
   * @param roots authorities the reader chose to believe
   * @return the authority's certificate
   * @throws LedgerRefused {@code ledger.time-stamp-of-other-data}, {@code
   *     ledger.bad-time-stamp-signature}, {@code ledger.untrusted-authority}
   */
  public X509Certificate verify(
      Hash imprint, Collection<X509Certificate> chain, Collection<X509Certificate> roots)
      throws LedgerRefused {
    var signer = signer(imprint, chain);
    var known = new ArrayList<>(certificates);
    known.addAll(chain);
    Authority.requireTrusted(signer, known, roots, time());
    return signer;
  }

  /**
   * Checks all of {@link #verify} but whether the signer is an authority anyone should believe.
   *
   * @return the signer's certificate
   */
  public X509Certificate signer(Hash imprint, Collection<X509Certificate> chain)
      throws LedgerRefused {
    if (!isOf(imprint)) {
      throw new LedgerRefused("ledger.time-stamp-of-other-data");
    }
    var known = new ArrayList<>(certificates);
    known.addAll(chain);
    return new SignerInfo(signerInfo).verify(content, known);
  }

  static MessageDigest digest(String oid) throws LedgerRefused {
    var name =
        switch (oid) {
          case SHA_256 -> "SHA-256";
          case "2.16.840.1.101.3.4.2.2" -> "SHA-384";
          case "2.16.840.1.101.3.4.2.3" -> "SHA-512";
          default -> throw new LedgerRefused("ledger.unknown-algorithm");
        };
    return digestNamed(name);
  }

  static MessageDigest digestNamed(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK lacks " + name, e);
    }
  }
}
