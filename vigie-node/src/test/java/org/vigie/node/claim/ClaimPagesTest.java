package org.vigie.node.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;
import org.vigie.node.demo.files.Exif;
import org.vigie.node.demo.files.Photo;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;

/**
 * What files say of themselves is shown as that. The picture was written by {@code
 * org.vigie.imports.c2pa.Signed}; the e-mail is the example of RFC 8463.
 */
@SuppressWarnings("NullAway.Init")
class ClaimPagesTest {

  private static final Pattern LINK = Pattern.compile("<h2><a href=\"([^\"]*)\"");

  @TempDir static Path home;
  private static TestNode node;
  private static Founder.Person keeper;
  private static int people;
  private TestBrowser browser;

  @BeforeAll
  static void found() {
    node = TestNode.start(home);
    keeper = Founder.found(node, "lamp keeper");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static byte[] resource(String name) throws IOException {
    try (var in = Objects.requireNonNull(ClaimPagesTest.class.getResourceAsStream(name))) {
      return in.readAllBytes();
    }
  }

  /** The address of an exhibit with these bytes in the case of somebody new. */
  private String exhibit(String name, byte[] bytes) {
    var person = Founder.invite(node, keeper, "person", "reed " + ++people);
    browser = person.browser();
    var told = Told.by(person, "somebody wrote");
    browser.get(told.base() + "/exhibits/add");
    var head =
        TestBrowser.part("_csrf", browser.token())
            + "--b7d1\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
            + name
            + "\"\r\nContent-Type: image/png\r\n\r\n";
    var parts = List.of(stream(utf8(head)), stream(bytes), stream(utf8("\r\n--b7d1--\r\n")));
    var sent =
        browser.postMultipart(
            told.base() + "/exhibits", new SequenceInputStream(Collections.enumeration(parts)));
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    var found = LINK.matcher(browser.get(told.base() + "/exhibits").body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static ByteArrayInputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String look(String exhibit) {
    assertThat(browser.get(exhibit).text()).contains("Nobody has looked yet");
    browser.get(exhibit + "/claims");
    assertThat(browser.post(exhibit + "/claims").location()).isEqualTo(exhibit + "/claims");
    return browser.get(exhibit + "/claims").text();
  }

  @Test
  void credentials_are_shown_as_what_they_claim_and_nobody_vouches_for_the_signer()
      throws IOException {
    var exhibit = exhibit("street.png", resource("credentials.png"));
    var page = look(exhibit);
    assertThat(page)
        .contains("words of the file", "The signature fits")
        .contains("made for exactly these bytes")
        .contains("names itself", "A Camera Nobody Knows", "is not checked")
        .contains("anybody could have made it", "a camera/1.0", "before.jpg")
        .doesNotContain("authentic", "12,34N");
    assertThat(browser.get(exhibit).text())
        .contains("The signature fits")
        .contains("what the file says of itself");
  }

  @Test
  void an_issuer_a_chain_and_a_time_stamp_are_told_with_what_was_not_checked() throws IOException {
    var exhibit = exhibit("street.png", resource("credentials-issued.png"));
    assertThat(look(exhibit))
        .contains("names itself CN=A Camera Nobody Knows")
        .contains("says it was issued by CN=An Authority Nobody Knows. That is not checked either")
        .contains("A time stamp came with it, which is not checked here")
        .contains("Certificates that came with it 2", "Certificate valid 2025-01-01")
        .doesNotContain("anybody could have made it");
    browser.get("/language/fr?to=" + exhibit + "/claims");
    assertThat(browser.get(exhibit + "/claims").text())
        .contains("dit avoir été émis par CN=An Authority Nobody Knows")
        .contains("Cela n’est pas vérifié non plus")
        .contains("Un horodatage l’accompagne, qui n’est pas vérifié ici")
        .contains("Certificats fournis", "Validité du certificat");
  }

  @Test
  void what_a_camera_wrote_is_shown_as_its_words_and_the_place_only_when_asked_for() {
    var photo = Exif.of(LocalDateTime.of(2024, 2, 13, 22, 0), 48.1, 2.1).into(Photo.pavement(1));
    var exhibit = exhibit("street.jpg", photo);
    assertThat(look(exhibit))
        .contains("words of the file", "What the camera wrote", "Vigie Demo", "Window 1")
        .contains("What leads to somebody", "The file tells a place")
        .doesNotContain("48.1", "° N");
    assertThat(browser.get(exhibit).text()).doesNotContain("48.1", "You opened it");
    assertThat(browser.get(exhibit + "/claims?place=yes").text())
        .contains("48.10000° N, 2.10000° E");
    assertThat(browser.get(exhibit).text()).contains("You opened it");
  }

  @Test
  void where_somebody_was_is_shown_only_when_asked_for_and_the_asking_is_noted()
      throws IOException {
    var exhibit = exhibit("street.png", resource("credentials.png"));
    look(exhibit);
    assertThat(browser.get(exhibit + "/claims").body()).doesNotContain("GPSLatitude", "12,34N");
    assertThat(browser.get(exhibit).text()).doesNotContain("12,34N", "You opened it");
    assertThat(browser.get(exhibit + "/claims?place=yes").text()).contains("12,34N");
    assertThat(browser.get(exhibit).text()).contains("You opened it");
  }

  @Test
  void a_picture_that_a_messenger_saved_anew_is_said_to_be_so_without_reproach()
      throws IOException {
    var picture = resource("credentials.png");
    picture[picture.length - 1] ^= 1;
    assertThat(look(exhibit("street.png", picture)))
        .contains("The signature fits", "made for other bytes", "The usual reason is a messenger");
  }

  @Test
  void a_key_that_somebody_gives_tells_more_of_a_mail_and_stays_with_who_gave_it()
      throws IOException {
    var exhibit = exhibit("mail.eml", resource("rfc8463.eml"));
    assertThat(look(exhibit))
        .contains("football.example.com", "brisbane", "the key is not known here")
        .contains("dig +short TXT brisbane._domainkey.football.example.com");
    assertThat(browser.get(exhibit).text()).contains("it speaks for");
    var record = new String(resource("rfc8463.keys"), StandardCharsets.UTF_8).lines();
    var brisbane = record.filter(line -> line.contains("brisbane")).findFirst().orElseThrow();
    var txt = brisbane.substring(brisbane.indexOf('"'));
    browser.post(exhibit + "/claims/key", give("football.example.com", "brisbane", ""));
    assertThat(browser.get(exhibit + "/claims").text()).contains("There was no key in the form");
    browser.post(exhibit + "/claims/key", give("football.example.com", "brisbane", txt));
    assertThat(browser.get(exhibit + "/claims").text())
        .contains("The signature holds with the key that was given")
        .contains("It does not say which person wrote it")
        .contains("brisbane._domainkey.football.example.com", "given on");
    assertThat(browser.get(exhibit).text()).contains("The signature holds with the key");
  }

  @Test
  void the_signatures_of_a_mailbox_are_counted_by_key_and_a_key_tells_more_of_all_of_them()
      throws IOException {
    var mail = new String(resource("rfc8463.eml"), StandardCharsets.UTF_8);
    var from = "From a@example.org Mon Jan  1 10:00:00 2024\n";
    var box = from + mail + "\n" + from + mail + "\n" + from + mail.replace("hungry", "thirsty");
    var exhibit = exhibit("box.mbox", box.getBytes(StandardCharsets.UTF_8));
    assertThat(look(exhibit))
        .contains("Messages in this mailbox: 3.", "Messages with a signature of this key: 3.")
        .contains("The text is not the one that was signed in: 1.")
        .contains("but the key is not known here, in: 2.", "dig +short TXT brisbane._domainkey");
    assertThat(browser.get(exhibit).text()).contains("It is a mailbox");
    var record = new String(resource("rfc8463.keys"), StandardCharsets.UTF_8).lines();
    var brisbane = record.filter(line -> line.contains("brisbane")).findFirst().orElseThrow();
    var about =
        java.util.regex.Pattern.compile(
                "name=\"about\" value=\"(mail-\\d)\">\\s*<[^>]*>\\s*<[^>]*brisbane")
            .matcher(browser.get(exhibit + "/claims").body());
    assertThat(about.find()).isTrue();
    browser.post(
        exhibit + "/claims/key",
        "about",
        about.group(1),
        "domain",
        "football.example.com",
        "selector",
        "brisbane",
        "record-" + about.group(1),
        brisbane.substring(brisbane.indexOf('"')));
    assertThat(browser.get(exhibit + "/claims").text())
        .contains("The signature holds with the key that was given in: 2.");
  }

  private static String[] give(String domain, String selector, String record) {
    return new String[] {
      "about", "mail", "domain", domain, "selector", selector, "record-mail", record
    };
  }

  @Test
  void a_wrong_key_proves_nothing_and_says_so() throws IOException {
    var exhibit = exhibit("mail.eml", resource("rfc8463.eml"));
    look(exhibit);
    var other = "\"v=DKIM1; k=ed25519; p=O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik=\"";
    browser.post(exhibit + "/claims/key", give("football.example.com", "brisbane", other));
    assertThat(browser.get(exhibit + "/claims").text())
        .containsAnyOf("does not hold with the key", "cannot be checked with what was given");
  }

  @Test
  void a_bundle_is_shown_as_what_it_claims_and_its_picture_becomes_an_exhibit() throws IOException {
    var exhibit = exhibit("proof.zip", resource("proofmode.zip"));
    assertThat(look(exhibit))
        .contains("about exactly the bytes", "The signatures hold with the key in the bundle")
        .contains("Anybody can make such a key", "Manufacturer: Nobody")
        .doesNotContain("12.34", "192.0.2.7");
    assertThat(browser.get(exhibit + "/claims?place=yes").text()).contains("12.34", "192.0.2.7");
    var out = browser.post(exhibit + "/claims/media", "name", "IMG_1.png").location();
    assertThat(out).isNotEqualTo(exhibit).contains("/exhibits/");
    assertThat(browser.get(out).text())
        .contains("Exhibit 2", "IMG_1.png", "You took it out of the exhibit it came in");
    assertThat(browser.post(exhibit + "/claims/media", "name", "pubkey.asc").location())
        .as("only what the notes are about")
        .isEqualTo(exhibit + "/claims");
  }
}
