package org.vigie.imports.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One signature of a mail server over a message (RFC 6376; RFC 8463 for Ed25519), checked with a
 * key that a person gave. Protects against taking words for signed that are not: weak algorithms
 * and short keys do not hold. Does not protect against a key that is not the domain's: whoever
 * reads the result must say where the key is from.
 */
final class DkimSignature {

  private static final int SHORTEST_KEY = 1024; // RFC 8301, section 3.2
  private static final Pattern COLON = Pattern.compile(":");
  private static final Pattern B_TAG = Pattern.compile("((?:^|;)[ \t\r\n]*b[ \t\r\n]*=)[^;]*");
  private static final Pattern FOLD = Pattern.compile("\r\n(?=[ \t])");
  private static final Pattern BLANKS = Pattern.compile("[ \t]+");
  private static final byte[] ED25519 = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  private final String field;
  private final Map<String, String> tags;
  private final Map<String, String> key;
  private final boolean relaxedHeader;
  private final DkimBody body;

  /**
   * A signature.
   *
   * @param field the whole header field, lines parted by CR LF, without its end
   * @param key the record of the key
   */
  DkimSignature(String field, Map<String, String> key) {
    this.field = field;
    this.key = key;
    this.tags = tags(field);
    var ways = tags.getOrDefault("c", "simple").toLowerCase(Locale.ROOT);
    this.relaxedHeader = ways.startsWith("relaxed");
    this.body = new DkimBody(ways.endsWith("/relaxed"), limit(tags.get("l")));
  }

  /** The tags of a header field. */
  static Map<String, String> tags(String field) {
    return DkimTags.parse(field.substring(field.indexOf(':') + 1));
  }

  private static long limit(@Nullable String length) {
    try {
      return length == null ? Long.MAX_VALUE : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Takes a line of the body. */
  void line(byte[] line) {
    body.line(line);
  }

  /** For whom it speaks. */
  String domain() {
    return tags.getOrDefault("d", "");
  }

  /** Bytes of the body that it does not cover. */
  long unsigned() {
    return body.unsigned();
  }

  /** How a check ended. */
  enum Verdict {
    /** It holds. */
    HOLDS(""),
    /** The body is not the one that was signed. */
    BODY("the body was changed"),
    /** It says nothing of who sent it. */
    SENDER("it does not cover the sender"),
    /** What it covers is not what was signed, or not with this key. */
    HEADER("a header was changed, or the key is another"),
    /** It cannot be checked. */
    KEY("its key or its way of signing cannot be used");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }
  }

  /**
   * Why it does not hold; empty if it does.
   *
   * @param fields all header fields in their order, each like the one of the constructor
   */
  String failure(List<String> fields) {
    return verdict(fields).words;
  }

  /**
   * How its check ends; to be asked once, after the last line.
   *
   * @param fields all header fields in their order, each like the one of the constructor
   */
  Verdict verdict(List<String> fields) {
    var wanted = base64(tags.getOrDefault("bh", ""));
    if (!MessageDigest.isEqual(wanted, body.hash())) {
      return Verdict.BODY;
    }
    var names = tags.getOrDefault("h", "").toLowerCase(Locale.ROOT);
    if (!COLON.splitAsStream(names).toList().contains("from")) {
      return Verdict.SENDER;
    }
    var signed = signed(fields, COLON.splitAsStream(names).toList());
    try {
      return holds(signed.getBytes(StandardCharsets.ISO_8859_1)) ? Verdict.HOLDS : Verdict.HEADER;
    } catch (GeneralSecurityException unusable) {
      return Verdict.KEY;
    }
  }

  /** The fields it names, from the last of each name upward, and itself without its value. */
  private String signed(List<String> fields, List<String> names) {
    var used = new HashSet<Integer>();
    var text = new StringBuilder();
    for (var name : names) {
      for (var i = fields.size() - 1; i >= 0; i--) {
        if (name(fields.get(i)).equals(name) && used.add(i)) {
          text.append(canonical(fields.get(i))).append("\r\n");
          break;
        }
      }
    }
    var colon = field.indexOf(':') + 1;
    var emptied = B_TAG.matcher(field.substring(colon)).replaceFirst("$1");
    return text.append(canonical(field.substring(0, colon) + emptied)).toString();
  }

  private static String name(String field) {
    return field.substring(0, Math.max(0, field.indexOf(':'))).strip().toLowerCase(Locale.ROOT);
  }

  private String canonical(String one) {
    if (!relaxedHeader) {
      return one;
    }
    var value = FOLD.matcher(one.substring(one.indexOf(':') + 1)).replaceAll("");
    return name(one) + ":" + BLANKS.matcher(value).replaceAll(" ").strip();
  }

  private boolean holds(byte[] text) throws GeneralSecurityException {
    var algorithm = tags.getOrDefault("a", "").toLowerCase(Locale.ROOT);
    var kind = key.getOrDefault("k", "rsa").toLowerCase(Locale.ROOT);
    var bytes = base64(key.getOrDefault("p", ""));
    var given = base64(tags.getOrDefault("b", ""));
    if (algorithm.equals("rsa-sha256") && kind.equals("rsa")) {
      return holds("SHA256withRSA", rsa(bytes), text, given);
    }
    if (algorithm.equals("ed25519-sha256") && kind.equals("ed25519") && bytes.length == 32) {
      var encoded = Arrays.copyOf(ED25519, ED25519.length + bytes.length);
      System.arraycopy(bytes, 0, encoded, ED25519.length, bytes.length);
      var made = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      var hash = MessageDigest.getInstance("SHA-256").digest(text); // RFC 8463, section 3
      return holds("Ed25519", made, hash, given);
    }
    throw new NoSuchAlgorithmException();
  }

  private static PublicKey rsa(byte[] bytes) throws GeneralSecurityException {
    var made = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
    if (((RSAPublicKey) made).getModulus().bitLength() < SHORTEST_KEY) {
      throw new GeneralSecurityException("short key");
    }
    return made;
  }

  private static boolean holds(String how, PublicKey with, byte[] text, byte[] given)
      throws GeneralSecurityException {
    var signature = Signature.getInstance(how);
    signature.initVerify(with);
    signature.update(text);
    return signature.verify(given);
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException none) {
      return new byte[0];
    }
  }

  /** Those of a message's fields that are signatures. */
  static List<String> of(List<String> fields) {
    var all = new ArrayList<String>();
    for (var field : fields) {
      if (name(field).equals("dkim-signature")) {
        all.add(field);
      }
    }
    return all;
  }
}
