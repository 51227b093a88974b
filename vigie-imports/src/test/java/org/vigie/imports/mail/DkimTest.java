package org.vigie.imports.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.imports.Flag;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;

class DkimTest {

  /** RFC 8463, appendix A. */
  private static String resource(String name) throws IOException {
    try (var in = DkimTest.class.getResourceAsStream("dkim/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Reads read(String mail, String... keys) throws Exception {
    return Reads.text(mail, ReadOptions.NONE.withMailKeys(List.of(keys)));
  }

  private static String[] keys() throws IOException {
    return resource("rfc8463.keys").lines().toArray(String[]::new);
  }

  @Test
  void holds_for_the_example_of_rfc_8463_with_either_key() throws Exception {
    var mail = resource("rfc8463.eml");
    for (var key : keys()) {
      var read = read(mail, key);
      assertThat(read.only().flags()).containsExactly(Flag.SIGNATURE_HOLDS);
      assertThat(read.report().warnings())
          .containsExactly(
              "line 1: the signature for football.example.com holds with the key that was given;"
                  + " whose key that is, the message cannot tell");
    }
    assertThat(read(mail.replace("\n", "\r\n"), keys()).only().flags())
        .containsExactly(Flag.SIGNATURE_HOLDS);
  }

  @Test
  void does_not_hold_where_anything_was_changed() throws Exception {
    var mail = resource("rfc8463.eml");
    for (var changed :
        new String[] {
          mail.replace("lost", "won "),
          mail.replace("Is dinner", "Was dinner"),
          mail.replace("Joe SixPack", "Joe SixPacks"),
          mail.replace("From: Joe", "From: Eve <eve@example.org>\nFrom: Joe")
        }) {
      assertThat(read(changed, keys()).only().flags()).containsExactly(Flag.SIGNATURE_FAILS);
    }
  }

  @Test
  void holds_where_only_blanks_were_changed_that_do_not_count() throws Exception {
    var mail = resource("rfc8463.eml");
    var changed = mail.replace("game.  Are", "game. Are").replace("Subject: Is", "SUBJECT:  Is");
    assertThat(read(changed + "\n\n", keys()).only().flags()).containsExactly(Flag.SIGNATURE_HOLDS);
  }

  @Test
  void says_nothing_without_the_key_of_that_name() throws Exception {
    var mail = resource("rfc8463.eml");
    assertThat(read(mail).only().flags()).isEmpty();
    var other = keys()[0].replace("brisbane", "sydney");
    assertThat(read(mail, other).only().flags()).isEmpty();
    assertThat(read(mail, other).report().warnings()).isEmpty();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A message signed with simple canonicalisation, its parts put together by hand. */
  private static String simple(KeyPair pair, String algorithm, String body, String length)
      throws Exception {
    var hashed = length.isEmpty() ? body : body.substring(0, Integer.parseInt(length));
    var hash = MessageDigest.getInstance("SHA-256").digest(hashed.getBytes(StandardCharsets.UTF_8));
    var from = "From: Nur <nur@example.org>\r\n";
    var field =
        "DKIM-Signature: v=1; a=%s; d=example.org; s=s1;%s\r\n h=from:subject; bh=%s;\r\n b="
            .formatted(algorithm, length.isEmpty() ? "" : " l=" + length + ";", base64(hash));
    var signed = (from + "Subject:  two  blanks\r\n" + field).getBytes(StandardCharsets.UTF_8);
    var rsa = algorithm.startsWith("rsa");
    var signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(rsa ? signed : MessageDigest.getInstance("SHA-256").digest(signed));
    return field
        + base64(signature.sign())
        + "\r\n"
        + from
        + "Subject:  two  blanks\r\nTo: x@example.org\r\n\r\n"
        + body;
  }

  private static String key(KeyPair pair, String kind) {
    var encoded = pair.getPublic().getEncoded();
    var bytes = kind.equals("rsa") ? encoded : Arrays.copyOfRange(encoded, 12, 44);
    return "s1._domainkey.example.org. 300 IN TXT \"v=DKIM1; k="
        + kind
        + "; \" \"p="
        + base64(bytes)
        + "\"";
  }

  private static KeyPair pair(String kind, int bits) throws Exception {
    var generator = KeyPairGenerator.getInstance(kind);
    if (bits > 0) {
      generator.initialize(bits, new SecureRandom());
    }
    return generator.generateKeyPair();
  }

  @ParameterizedTest
  @ValueSource(strings = {"one\r\n two  \r\n\r\nthree\r\n", "\r\n"})
  void checks_simple_canonicalisation_with_both_algorithms(String body) throws Exception {
    var ed = pair("Ed25519", 0);
    var rsa = pair("RSA", 2048);
    var signedEd = simple(ed, "ed25519-sha256", body, "");
    var signedRsa = simple(rsa, "rsa-sha256", body, "");
    assertThat(read(signedEd, key(ed, "ed25519")).only().flags())
        .containsExactly(Flag.SIGNATURE_HOLDS);
    assertThat(read(signedRsa, key(rsa, "rsa")).only().flags())
        .containsExactly(Flag.SIGNATURE_HOLDS);
    assertThat(read(signedRsa.replace("  blanks", " blanks"), key(rsa, "rsa")).only().flags())
        .containsExactly(Flag.SIGNATURE_FAILS);
  }

  @Test
  void says_how_much_of_the_body_is_not_signed() throws Exception {
    var pair = pair("Ed25519", 0);
    var mail = simple(pair, "ed25519-sha256", "signed\r\nadded later\r\n", "8");
    var read = read(mail, key(pair, "ed25519"));
    assertThat(read.only().flags()).containsExactly(Flag.SIGNATURE_HOLDS);
    assertThat(read.report().warnings().getFirst()).endsWith("the last 13 bytes are not signed");
  }

  @Test
  void does_not_take_weak_algorithms_and_short_keys() throws Exception {
    var shortKey = pair("RSA", 512);
    var mail = simple(shortKey, "rsa-sha256", "x\r\n", "");
    assertThat(read(mail, key(shortKey, "rsa")).only().flags())
        .containsExactly(Flag.SIGNATURE_FAILS);
    var pair = pair("RSA", 1024);
    var weak = simple(pair, "rsa-sha256", "x\r\n", "").replace("rsa-sha256", "rsa-sha1");
    assertThat(read(weak, key(pair, "rsa")).only().flags()).containsExactly(Flag.SIGNATURE_FAILS);
  }
}
