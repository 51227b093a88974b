package org.vigie.imports.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.vigie.imports.Flag;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Reads;
import org.vigie.imports.Words;
import org.vigie.testkit.Trials;

class MailReaderTest {

  private static final String HEADERS =
      """
      Received: from a.example by b.example;
       Thu, 15 Jan 2026 18:04:06 +0100
      DKIM-Signature: v=1; a=rsa-sha256; d=example.org
      From: =?utf-8?Q?=C3=89lodie?= <elodie@example.org>
      To: nur@example.org
      Subject: =?utf-8?B?w4l0w6k=?= =?utf-8?Q?_=C3=A0_venir?=
      Date: Thu, 15 Jan 2026 18:04:05 +0100 (CET)
      Message-ID: <1@example.org>
      """;

  @Test
  void keeps_headers_whole_and_words_beside() throws Exception {
    var read = Reads.text(HEADERS + "\nhello\nyou\n");
    var message = read.only();
    assertThat(message.author()).isEqualTo("Élodie <elodie@example.org>");
    assertThat(message.chat()).isEqualTo("Été à venir");
    assertThat(message.text()).isEqualTo(HEADERS + "\nhello\nyou");
    assertThat(message.when().local()).isEqualTo(LocalDateTime.of(2026, 1, 15, 18, 4, 5));
    assertThat(message.when().offset()).isEqualTo(ZoneOffset.ofHours(1));
    assertThat(message.when().raw()).isEqualTo("Thu, 15 Jan 2026 18:04:05 +0100 (CET)");
    assertThat(read.report().format()).isEqualTo("eml");
    assertThat(read.report().bytesUnparsed()).isZero();
  }

  private static final String PARTS =
      HEADERS
          + """
          MIME-Version: 1.0
          Content-Type: multipart/mixed; boundary="out"

          not shown
          --out
          Content-Type: multipart/alternative; boundary=in

          --in
          Content-Type: text/html

          <p>page</p>
          --in
          Content-Type: text/plain; charset=iso-8859-1
          Content-Transfer-Encoding: quoted-printable

          caf=E9 =
          noir
          --in--
          --out
          Content-Type: image/jpeg
          Content-Disposition: attachment; filename*=UTF-8''na%C3%AFve.jpg
          Content-Transfer-Encoding: base64

          QUJD
          --out
          Content-Type: message/rfc822

          From: x@example.org

          inner
          --out--
          """;

  @Test
  void shows_plain_words_and_names_each_attachment() throws Exception {
    var read = Reads.text(PARTS);
    assertThat(read.messages()).hasSize(3);
    assertThat(read.messages().getFirst().text()).endsWith("\n\ncafé noir");
    assertThat(read.messages().get(1).media()).isEqualTo("naïve.jpg");
    assertThat(read.messages().get(1).kind()).isEqualTo(Kind.MEDIA);
    assertThat(read.messages().get(1).flags()).containsExactly(Flag.EMBEDDED);
    assertThat(read.messages().get(1).author()).isEqualTo(read.messages().getFirst().author());
    assertThat(read.messages().get(2).media()).isEqualTo("message/rfc822");
    assertThat(read.report().bytesUnparsed()).isZero();
    assertThat(read.report().missingMedia()).isEmpty();
  }

  @Test
  void reads_a_mailbox_and_words_that_look_like_its_partings() throws Exception {
    var from = "From elodie@example.org Thu Jan 15 18:04:05 2026\n";
    var read =
        Reads.text(
            from + HEADERS + "\none\n>From here\nFrom here on\n\n" + from + HEADERS + "\ntwo\n");
    assertThat(read.report().format()).isEqualTo("mbox");
    assertThat(read.messages()).hasSize(2);
    assertThat(read.messages().getFirst().text()).endsWith("one\nFrom here\nFrom here on");
    assertThat(read.messages().getLast().text()).endsWith("two");
    assertThat(read.messages().getLast().line()).isEqualTo(15);
  }

  @Test
  void shows_a_date_that_cannot_be_read_as_it_stands() throws Exception {
    var read =
        Reads.text(HEADERS.replace("Thu, 15 Jan 2026 18:04:05 +0100 (CET)", "yesterday") + "\nx");
    assertThat(read.only().when().local()).isNull();
    assertThat(read.only().when().raw()).isEqualTo("yesterday");
  }

  @Test
  void reads_a_page_that_a_browser_saved() throws Exception {
    var read =
        Reads.text(
            """
            From: <Saved by Blink>
            Snapshot-Content-Location: https://example.org/page
            Subject: A page
            Date: Thu, 15 Jan 2026 18:04:05 -0000
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="b"

            --b
            Content-Type: text/html
            Content-Transfer-Encoding: quoted-printable
            Content-Location: https://example.org/page

            <style>p {}</style><p>h=C3=A9</p><noscript>run scripts</noscript>
            --b
            Content-Type: text/html
            Content-Location: https://example.org/frame

            <p>in a <a href="https://example.org/x">frame</a>
            --b
            Content-Type: image/png
            Content-Location: https://example.org/a.png

            x
            --b--
            """);
    assertThat(read.report().format()).isEqualTo("mhtml");
    assertThat(read.messages().getFirst().text()).endsWith("\n\nhé\nin a frame");
    assertThat(read.messages().getFirst().flags()).as("links are what pages are made of").isEmpty();
    assertThat(read.messages()).hasSize(2);
    assertThat(read.messages().getLast().media()).isEqualTo("https://example.org/a.png");
  }

  @Test
  void reads_every_truncation() throws Exception {
    for (var length = HEADERS.length(); length <= PARTS.length(); length++) {
      var read = Reads.text(PARTS.substring(0, length));
      assertThat(read.messages()).hasSizeBetween(1, 3);
      assertThat(read.report().bytesUnparsed()).isZero();
    }
  }

  @Test
  void stands_parts_without_end() throws Exception {
    var nested = new StringBuilder(HEADERS);
    for (var i = 0; i < 2000; i++) {
      nested
          .append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i)
          .append('\n');
    }
    assertThat(Reads.text(nested.toString()).messages()).isNotEmpty();
    var many =
        HEADERS
            + "Content-Type: multipart/mixed; boundary=b\n\n"
            + "--b\nContent-Type: image/png\n\n".repeat(5000);
    var listed = Reads.text(many);
    assertThat(listed.messages()).hasSize(1001);
    assertThat(listed.report().warnings())
        .containsExactly("line 1: 4000 more attachments, which are not listed");
    var options = ReadOptions.NONE.withLimits(new ImportLimits(1 << 20, 100, 10, 2, 100_000));
    var cut = Reads.text(HEADERS + "\n" + "x".repeat(300_000), options).only();
    assertThat(cut.flags()).containsExactly(Flag.CUT);
  }

  @Test
  void refuses_what_has_too_few_headers() {
    for (var other :
        new String[] {"From: a\n\nx", "Subject: x\nDate: y\nTo: z\n\n", "a: b\nc: d\ne: f"}) {
      assertThatThrownBy(() -> Reads.text(other)).hasMessage("import.unknown-format");
    }
  }

  @Test
  void reads_back_what_was_sent() {
    Trials.forAll(
        30,
        (random, size) -> {
          var texts = new ArrayList<String>();
          var box = new StringBuilder();
          var lineEnd = random.nextBoolean() ? "\r\n" : "\n";
          for (var i = 0; i < size; i++) {
            var text = Words.text(random);
            texts.add(text);
            box.append("From a@example.org Thu Jan 15 18:04:05 2026\n");
            box.append(
                "From: a@example.org\nDate: Thu, 15 Jan 2026 18:04:05 +0000\nTo: b@example.org\n");
            box.append("Content-Type: text/plain; charset=utf-8\n");
            if (random.nextBoolean()) {
              box.append("Content-Transfer-Encoding: base64\n\n");
              box.append(
                  Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
            } else {
              box.append("\n").append(text);
            }
            box.append("\n\n");
          }
          var read = Reads.text(box.toString().replace("\n", lineEnd));
          assertThat(
                  read.messages().stream()
                      .map(Message::text)
                      .map(t -> t.substring(t.indexOf("\n\n") + 2)))
              .isEqualTo(texts);
          assertThat(read.report().bytesUnparsed()).isZero();
        });
  }
}
