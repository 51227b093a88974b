package org.vigie.imports.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.imports.BytesSource;
import org.vigie.imports.Claim;

/** Content Credentials written here with own keys, whole and broken in each of their parts. */
class CredentialsTest {

  private static List<Claim> read(byte[] file) throws IOException {
    return Credentials.of(new BytesSource(file));
  }

  private static List<String> values(byte[] file, String name) throws IOException {
    return read(file).stream()
        .filter(claim -> claim.name().equals(name))
        .map(Claim::value)
        .toList();
  }

  private static String value(byte[] file, String name) throws IOException {
    return String.join("|", values(file, name));
  }

  /** Signature, parts, binding. */
  private static String verdicts(byte[] file) throws IOException {
    return verdicts(read(file));
  }

  private static String verdicts(List<Claim> claims) {
    return Stream.of("c2pa.signature", "c2pa.parts", "c2pa.binding")
        .map(name ->
            claims.stream()
                .filter(claim -> claim.name().equals(name))
                .map(Claim::value)
                .collect(Collectors.joining("|")))
        .collect(Collectors.joining(" "));
  }

  private static Signed signed() throws GeneralSecurityException {
    return new Signed(Signed.Wishes.NONE);
  }

  private static byte[] replaced(byte[] file, String old, String now) {
    var text = new String(file, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(old);
    return text.replace(old, now).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void a_picture_says_what_made_it_and_who_signed_without_anybody_vouching() throws Exception {
    var file = signed().jpeg();
    assertThat(verdicts(file)).isEqualTo("holds fit matches");
    assertThat(value(file, "c2pa.signed-by")).isEqualTo("CN=A Camera Nobody Knows");
    assertThat(value(file, "c2pa.self-issued")).isEqualTo("yes");
    assertThat(value(file, "c2pa.generator")).isEqualTo("a camera/1.0");
    assertThat(value(file, "c2pa.title")).isEqualTo("street.jpg");
    assertThat(value(file, "c2pa.action")).isEqualTo("c2pa.created · 2026-02-03T10:15:00Z");
    assertThat(value(file, "c2pa.ingredient")).isEqualTo("before.jpg");
    assertThat(value(file, "c2pa.says")).isEqualTo("EXIF:Make: Nobody");
  }

  @Test
  void an_issuer_its_certificate_and_a_time_stamp_are_named_and_believed_by_nobody()
      throws Exception {
    var file = new Signed(Signed.Wishes.NONE.byAuthority()).jpeg();
    assertThat(verdicts(file)).isEqualTo("holds fit matches");
    assertThat(value(file, "c2pa.signed-by")).isEqualTo("CN=A Camera Nobody Knows");
    assertThat(value(file, "c2pa.issued-by")).isEqualTo("CN=An Authority Nobody Knows");
    assertThat(values(file, "c2pa.self-issued")).isEmpty();
    assertThat(value(file, "c2pa.chain")).isEqualTo("2");
    assertThat(value(file, "c2pa.valid")).isEqualTo("2025-01-01T00:00:00Z – 2035-01-01T00:00:00Z");
    // Sixty-four noughts are no time stamp: that one is there is all that is said.
    assertThat(value(file, "c2pa.stamp")).isEqualTo("yes");

    var alone = signed().jpeg();
    assertThat(value(alone, "c2pa.chain")).isEqualTo("1");
    assertThat(values(alone, "c2pa.issued-by")).isEmpty();
    assertThat(values(alone, "c2pa.stamp")).isEmpty();
  }

  @Test
  void where_somebody_was_is_kept_apart_from_the_rest() throws Exception {
    var places = read(signed().jpeg()).stream().filter(Claim::tellsPlace).toList();
    assertThat(places).extracting(Claim::value).containsExactly("EXIF:GPSLatitude: 12,34N");
  }

  @Test
  void holds_for_every_way_of_signing_and_kind_of_file() throws Exception {
    for (var how : List.of("EdDSA", "ES256", "ES384", "PS256")) {
      var signer = new Signed(Signed.Wishes.NONE.how(how));
      for (var file : List.of(signer.jpeg(), signer.png(), signer.mp4())) {
        assertThat(verdicts(file)).as(how).isEqualTo("holds fit matches");
        assertThat(value(file, "c2pa.signed-how")).isEqualTo(how);
      }
    }
  }

  @Test
  void a_picture_saved_anew_differs_and_its_signature_still_holds() throws Exception {
    var file = signed().jpeg();
    file[file.length - 3] ^= 1;
    assertThat(verdicts(file)).isEqualTo("holds fit differs");
    assertThat(verdicts(replaced(signed().mp4(), "frames", "framed"))).endsWith("differs");
    assertThat(verdicts(Arrays.copyOf(file, file.length + 1))).endsWith("differs");
  }

  @Test
  void a_box_of_a_film_that_was_moved_differs() throws Exception {
    var file = signed().mp4();
    var moved = Written.joined(file, Written.box("free", new byte[3]));
    assertThat(verdicts(moved)).isEqualTo("holds fit differs");
  }

  @Test
  void a_statement_changed_after_signing_is_named_and_not_repeated() throws Exception {
    var file = new Signed(new Signed.Wishes("EdDSA", true, 0, false)).jpeg();
    assertThat(verdicts(file)).isEqualTo("holds differ matches");
    assertThat(value(file, "c2pa.changed")).isEqualTo("c2pa.actions");
    assertThat(values(file, "c2pa.action")).isEmpty();
  }

  @Test
  void a_claim_changed_after_signing_fails() throws Exception {
    var file = replaced(signed().jpeg(), "a camera/1.0", "a camera/2.0");
    assertThat(value(file, "c2pa.signature")).isEqualTo("fails");
    assertThat(value(file, "c2pa.generator")).isEqualTo("a camera/2.0");
  }

  @Test
  void a_signature_of_another_key_than_the_certificates_fails() throws Exception {
    for (var how : List.of("EdDSA", "ES256", "PS256")) {
      var file = new Signed(new Signed.Wishes(how, false, 0, true)).jpeg();
      assertThat(value(file, "c2pa.signature")).as(how).isEqualTo("fails");
    }
  }

  @Test
  void a_manifest_that_leaves_out_more_than_itself_covers_the_file_partly() throws Exception {
    var file = new Signed(new Signed.Wishes("EdDSA", false, 8, false)).jpeg();
    assertThat(verdicts(file)).isEqualTo("holds fit partly");
    assertThat(value(file, "c2pa.left")).isEqualTo("8");
  }

  @Test
  void manifests_that_come_alone_say_which_bytes_they_are_about() throws Exception {
    var picture = "a picture".getBytes(StandardCharsets.UTF_8);
    var file = signed().sidecar(picture);
    assertThat(verdicts(file)).isEqualTo("holds fit elsewhere");
    assertThat(value(file, "c2pa.of")).isEqualTo(HexFormat.of().formatHex(Signed.sha256(picture)));
  }

  @Test
  void no_byte_can_be_changed_so_that_other_words_come_with_the_same_verdict() throws Exception {
    var file = signed().jpeg();
    var whole = read(file);
    var unseen = new ArrayList<Integer>();
    for (var i = 0; i < file.length; i += 2) {
      var changed = file.clone();
      changed[i] ^= 4;
      var claims = read(changed);
      if (verdicts(claims).equals("holds fit matches") && !claims.equals(whole)) {
        unseen.add(i);
      }
    }
    // Of the certificate's own words nothing vouches here: only its key is bound by the signature.
    assertThat(unseen).allSatisfy(i -> assertThat(i).isBetween(certificate(file), file.length));
  }

  private static int certificate(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1).indexOf("x5chain");
  }

  @Test
  void damaged_credentials_are_said_to_be_so_and_files_without_any_say_nothing() throws Exception {
    var file = signed().png();
    var cut = replaced(file, "c2pa.claim", "c2pa.clain");
    assertThat(read(cut)).extracting(Claim::name).containsExactly("c2pa.unreadable");
    assertThat(read("hello".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(read(new byte[0])).isEmpty();
  }
}
