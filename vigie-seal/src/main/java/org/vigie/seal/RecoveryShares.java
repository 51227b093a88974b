package org.vigie.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.vigie.kernel.Secret;

/**
 * Splits a secret so that any {@code needed} of {@code total} shares bring it back and fewer tell
 * nothing (Shamir 1979, over GF(2^8)). Protects against loss and against any {@code needed - 1}
 * holders; does not protect against {@code needed} of them agreeing.
 */
public final class RecoveryShares {

  private static final String CHECK_LABEL = "vigie/v1/share-check";

  private RecoveryShares() {}

  static boolean plausible(int needed, int total) {
    return needed >= 2 && needed <= total && total <= RecoveryShare.MAX_TOTAL;
  }

  /**
   * Splits {@code secret}, whatever its length.
   *
   * @param needed how many bring it back, from 2
   * @param total how many there are, at most {@link RecoveryShare#MAX_TOTAL}
   * @throws IllegalArgumentException if the numbers are out of range or the secret is empty
   */
  public static List<RecoveryShare> split(
      Secret secret, int needed, int total, SecureRandom random) {
    if (!plausible(needed, total) || secret.length() == 0) {
      throw new IllegalArgumentException("needs 2 to total of at most 16 shares, of something");
    }
    var parts = secret.use(bytes -> parts(bytes, needed, total, random));
    var digests = new byte[total][];
    for (var i = 0; i < total; i++) {
      digests[i] = RecoveryShare.digest(i + 1, parts.get(i));
    }
    var roster = Bytes.join(digests);
    var check = check(secret, needed, roster);
    var shares = new ArrayList<RecoveryShare>();
    for (var i = 0; i < total; i++) {
      shares.add(new RecoveryShare(needed, total, i + 1, roster, check, parts.get(i)));
    }
    return List.copyOf(shares);
  }

  /**
   * Brings the secret back from shares as typed.
   *
   * @throws SealRefused {@code seal.share-corrupted} with the position in {@code texts}, from 1, of
   *     the first that is not as it was printed; otherwise as {@link #join}
   */
  public static Secret joinTexts(List<String> texts) throws SealRefused {
    var shares = new ArrayList<RecoveryShare>();
    for (var text : texts) {
      try {
        shares.add(RecoveryShare.parse(text));
      } catch (SealRefused malformed) {
        throw new SealRefused("seal.share-corrupted", shares.size() + 1);
      }
    }
    return join(shares);
  }

  /**
   * Brings the secret back. The same share twice counts once.
   *
   * @throws SealRefused {@code seal.share-of-another-set} with the number of one that does not
   *     belong to the others, {@code seal.too-few-shares} with needed and given, or {@code
   *     seal.shares-do-not-join} if the joined secret fails its check
   */
  public static Secret join(List<RecoveryShare> shares) throws SealRefused {
    if (shares.isEmpty()) {
      throw new SealRefused("seal.too-few-shares", 2, 0);
    }
    requireOneSet(shares);
    var first = shares.getFirst();
    var byNumber = new TreeMap<Integer, RecoveryShare>();
    shares.forEach(share -> byNumber.put(share.number(), share));
    if (byNumber.size() < first.needed()) {
      throw new SealRefused("seal.too-few-shares", first.needed(), byNumber.size());
    }
    var secret = combine(byNumber.values().stream().limit(first.needed()).toList());
    if (!Digests.same(check(secret, first.needed(), first.roster()), first.check())) {
      secret.close();
      throw new SealRefused("seal.shares-do-not-join");
    }
    return secret;
  }

  private static void requireOneSet(List<RecoveryShare> shares) throws SealRefused {
    Map<String, List<RecoveryShare>> sets = new LinkedHashMap<>();
    for (var share : shares) {
      var set = HexFormat.of().formatHex(share.set());
      sets.computeIfAbsent(set, unseen -> new ArrayList<>()).add(share);
    }
    if (sets.size() > 1) {
      var smallest =
          sets.values().stream()
              .reduce((one, other) -> other.size() <= one.size() ? other : one)
              .orElseThrow();
      throw new SealRefused("seal.share-of-another-set", smallest.getFirst().number());
    }
  }

  private static List<byte[]> parts(byte[] secret, int needed, int total, SecureRandom random) {
    try {
      // Not splitAround: with it, one of the shares is the secret itself.
      var split =
          ShamirSecretSplitter.getInstance(
                  ShamirSecretSplitter.Algorithm.AES, secret.length, random)
              .resplit(secret, needed, total);
      var parts = new ArrayList<byte[]>();
      for (var share : split.getSecretShares()) {
        parts.add(share.getEncoded());
      }
      return parts;
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Secret combine(List<RecoveryShare> shares) throws SealRefused {
    try {
      var parts =
          shares.stream()
              .map(share -> new ShamirSplitSecretShare(share.part(), share.number()))
              .toArray(ShamirSplitSecretShare[]::new);
      return Secret.take(
          ShamirSplitSecret.getInstance(ShamirSecretSplitter.Algorithm.AES, parts).getSecret());
    } catch (IOException | RuntimeException unequalLengths) {
      throw new SealRefused("seal.shares-do-not-join");
    }
  }

  /**
   * The tag of an empty AES-256-GCM message under a key that only this secret in this set has, so
   * the nonce may be zero.
   */
  private static byte[] check(Secret secret, int needed, byte[] roster) {
    try (var key = Hkdf.derive(secret, roster, CHECK_LABEL, 32)) {
      return key.use(bytes -> {
        try {
          var cipher = Cipher.getInstance("AES/GCM/NoPadding");
          cipher.init(
              Cipher.ENCRYPT_MODE,
              new SecretKeySpec(bytes, "AES"),
              new GCMParameterSpec(8 * RecoveryShare.CHECK, new byte[12]));
          cipher.updateAAD(Bytes.of(needed));
          return Arrays.copyOf(cipher.doFinal(), RecoveryShare.CHECK);
        } catch (GeneralSecurityException missingAlgorithm) {
          throw new IllegalStateException(missingAlgorithm);
        }
      });
    }
  }
}
