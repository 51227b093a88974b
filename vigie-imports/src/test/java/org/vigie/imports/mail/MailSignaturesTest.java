package org.vigie.imports.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.imports.BytesSource;

class MailSignaturesTest {

  private static String resource(String name) throws IOException {
    try (var in = MailSignaturesTest.class.getResourceAsStream("dkim/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> read(String mail, String... keys) throws IOException {
    var source = new BytesSource(mail.getBytes(StandardCharsets.UTF_8));
    return MailSignatures.of(source, List.of(keys)).stream()
        .map(claim -> claim.about() + " " + claim.name() + "=" + claim.value())
        .toList();
  }

  private static String[] keys() throws IOException {
    return resource("rfc8463.keys").lines().toArray(String[]::new);
  }

  @Test
  void without_a_key_says_for_whom_the_signatures_speak_and_that_the_text_is_the_signed_one()
      throws IOException {
    assertThat(read(resource("rfc8463.eml")))
        .contains(
            "mail mail.sender=football.example.com",
            "mail mail.domain=football.example.com",
            "mail mail.selector=brisbane",
            "mail mail.verdict=no-key",
            "mail#2 mail.selector=test",
            "mail#2 mail.verdict=no-key");
  }

  @Test
  void holds_for_the_example_of_rfc_8463_with_its_keys() throws IOException {
    assertThat(read(resource("rfc8463.eml"), keys()))
        .contains("mail mail.verdict=holds", "mail#2 mail.verdict=holds");
  }

  @Test
  void one_key_says_nothing_of_the_other_signature() throws IOException {
    var one = read(resource("rfc8463.eml"), keys()[0]);
    assertThat(one.stream().filter(line -> line.endsWith("verdict=holds"))).hasSize(1);
    assertThat(one.stream().filter(line -> line.endsWith("verdict=no-key"))).hasSize(1);
  }

  @Test
  void a_changed_text_needs_no_key_and_a_changed_header_does() throws IOException {
    var mail = resource("rfc8463.eml");
    assertThat(read(mail.replace("hungry", "thirsty"))).contains("mail mail.verdict=body");
    var header = mail.replace("Subject: Is", "Subject: Was");
    assertThat(header).isNotEqualTo(mail);
    assertThat(read(header)).contains("mail mail.verdict=no-key");
    assertThat(read(header, keys())).contains("mail mail.verdict=header");
  }

  @Test
  void a_mail_without_signature_says_so_and_another_file_nothing() throws IOException {
    var plain =
        "From: a@example.org\nTo: b@example.org\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n\nhi";
    assertThat(read(plain))
        .containsExactly("mail mail.sender=example.org", "mail mail.unsigned=yes");
    assertThat(read("hello")).isEmpty();
  }

  @Test
  void a_mailbox_is_counted_by_the_keys_that_its_signatures_name() throws IOException {
    var from = "From a@example.org Mon Jan  1 10:00:00 2024\r\n";
    var plain = "From: a@example.org\r\nDate: Mon, 1 Jan 2024 10:00:00 +0000\r\n\r\nhi\r\n";
    var signed = resource("rfc8463.eml").replace("\r\n", "\n").replace("\n", "\r\n");
    var changed = signed.replace("hungry", "thirsty");
    var box =
        from + signed + "\r\n" + from + plain + "\r\n" + from + changed + "\r\n" + from + signed;
    assertThat(read(box, keys()[0]))
        .contains("mail mail.box=4", "mail mail.box.unsigned=1")
        .contains("mail#2 mail.domain=football.example.com", "mail#2 mail.box.signed=3")
        .contains("mail#2 mail.box.body=1", "mail#3 mail.box.body=1")
        .anyMatch(line -> line.endsWith("mail.box.holds=2"))
        .anyMatch(line -> line.endsWith("mail.box.no-key=2"))
        .anyMatch(line -> line.contains("mail.box.lines="));
    assertThat(read(box, keys())).noneMatch(line -> line.contains("mail.box.no-key"));
    assertThat(read(from + plain.replace("Date:", "To: b@example.org\r\nDate:")))
        .containsExactly("mail mail.box=1", "mail mail.box.unsigned=1");
  }
}
