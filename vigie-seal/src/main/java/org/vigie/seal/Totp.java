package org.vigie.seal;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.vigie.kernel.Secret;

/**
 * One-time codes of an authenticator app: RFC 6238 with HMAC-SHA-1, 30 seconds, six digits, because
 * that is what every app knows. Protects against a passphrase seen or guessed; does not protect
 * against somebody who gets the code out of a person in time.
 */
public final class Totp implements AutoCloseable {

  /** Length of the shared secret in bytes. */
  public static final int SECRET_LENGTH = 20;

  private static final int SECONDS = 30;
  private static final int DIGITS = 6;
  private static final int WINDOW = 1;

  private final Secret secret;

  private Totp(Secret secret) {
    this.secret = secret;
  }

  /** A fresh one, to be shown to its member once. */
  public static Totp generate(SecureRandom random) {
    return new Totp(Secret.random(SECRET_LENGTH, random));
  }

  /** The one with this shared secret, which is copied: the caller still closes its own. */
  public static Totp ofSecret(Secret secret) {
    return new Totp(secret.copy());
  }

  /** A copy of the shared secret, to be closed by whoever asked for it. */
  public Secret secret() {
    return secret.copy();
  }

  /** The shared secret to type into an app: base32 in groups of four. */
  public String secretText() {
    return base32().replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** What a picture for an app holds; {@code issuer} and {@code account} are shown there. */
  public String uri(String issuer, String account) {
    return "otpauth://totp/"
        + escaped(issuer)
        + ":"
        + escaped(account)
        + "?secret="
        + base32()
        + "&issuer="
        + escaped(issuer);
  }

  /**
   * The step that {@code typed} is right for: the present one or a neighbour, and later than {@code
   * lastUsedStep}, so that no code works twice. Keep the answer as the next {@code lastUsedStep};
   * start with -1. Gaps in what was typed do not matter.
   */
  public OptionalLong check(String typed, Instant now, long lastUsedStep) {
    var code = Bytes.of(typed.replaceAll("\\s", ""));
    var step = Math.floorDiv(now.getEpochSecond(), SECONDS);
    var found = -1L;
    for (var near = step - WINDOW; near <= step + WINDOW; near++) {
      var same = Digests.same(code, Bytes.of(code("HmacSHA1", near, DIGITS)));
      found = same && near > lastUsedStep ? near : found;
    }
    return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
  }

  /** The code an app shows at {@code now}. */
  public String code(Instant now) {
    return code("HmacSHA1", Math.floorDiv(now.getEpochSecond(), SECONDS), DIGITS);
  }

  /** RFC 4226 section 5.3 for one step. */
  String code(String algorithm, long step, int digits) {
    var hash = secret.use(key -> hmac(algorithm, key, step));
    var offset = hash[hash.length - 1] & 0xf;
    var number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
    return String.format(Locale.ROOT, "%0" + digits + "d", number % (int) Math.pow(10, digits));
  }

  @Override
  public void close() {
    secret.close();
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "Totp";
  }

  private String base32() {
    return secret.use(Base32::encode);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static byte[] hmac(String algorithm, byte[] key, long step) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException missingAlgorithm) {
      throw new IllegalStateException(missingAlgorithm);
    }
  }
}
