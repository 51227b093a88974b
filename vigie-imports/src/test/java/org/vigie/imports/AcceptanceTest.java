package org.vigie.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vigie.imports.audio.AudioFacts;
import org.vigie.imports.zip.Zips;

/** What people bring, as far as it is reading. */
class AcceptanceTest {

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void S0_1_a_chat_exported_before_the_application_goes_is_read_to_its_last_byte()
      throws Exception {
    var chat =
        """
        [15/01/2026, 18:04:09] Family: \u200EMessages and calls are end-to-end encrypted.
        [15/01/2026, 18:05:00] Mother: when do you call?
        [16/01/2026, 09:00:00] Brother: \u200E<attached: 00000003-AUDIO-2026-01-16-09-00-00.opus>
        [20/01/2026, 22:10:00] Mother: are you there?
        """;
    var zip =
        new Zips()
            .deflated("_chat.txt", utf8(chat))
            .stored("00000003-AUDIO-2026-01-16-09-00-00.opus", utf8("OggS"));
    var read = Reads.bytes(zip.bytes(), ReadOptions.NONE);
    assertThat(read.messages()).hasSize(4);
    assertThat(read.report().bytesUnparsed()).isZero();
    assertThat(read.report().missingMedia()).isEmpty();
    assertThat(read.report().authors()).containsExactly("Mother", "Brother");
  }

  @Test
  void S3_1_threats_in_words_and_in_a_voice_note_are_read_from_one_export() throws Exception {
    var note = "PTT-20260115-WA0001.opus";
    var chat =
        "15/01/2026, 18:04 - +852 5555 0134: we know where your sister works\n"
            + "15/01/2026, 18:05 - +852 5555 0134: "
            + note
            + " (file attached)\n";
    byte[] voice;
    try (var seed =
        AudioFacts.class.getResourceAsStream("AudioFactsFuzzTestInputs/refuses_or_tells/opus")) {
      voice = Objects.requireNonNull(seed).readAllBytes();
    }
    var zip = new Zips().deflated("chat.txt", utf8(chat)).stored(note, voice);
    var read = Reads.bytes(zip.bytes(), ReadOptions.NONE);
    assertThat(read.messages()).extracting(Message::kind).containsExactly(Kind.TEXT, Kind.MEDIA);
    assertThat(read.messages().get(1).media()).isEqualTo(note);
    assertThat(read.messages().get(1).flags()).isEmpty();
    assertThat(AudioFacts.of(new BytesSource(voice))).containsEntry("codec", "opus");
  }

  @Test
  void S3_10_a_dialect_mixed_with_the_state_language_is_read_letter_by_letter() throws Exception {
    // Uyghur in Arabic letters and in Latin ones, Chinese between, marks and all.
    var said = "ياخشى، 你在哪里 \u200F؟ sen qeyerde e\u0308 ئۈرۈمچى ۋە \u0626\u06C7";
    var read = Reads.text("15/01/2026, 18:04 - ئالىم: " + said + "\n");
    assertThat(read.only().text()).isEqualTo(said);
    assertThat(read.only().author()).isEqualTo("ئالىم");
  }

  @Test
  void S3_11_six_months_of_messages_and_their_end_can_be_told_from_the_times() throws Exception {
    var chat = new StringBuilder();
    for (var month = 1; month <= 6; month++) {
      chat.append("28/0").append(month).append("/2026, 18:04 - A: come back\n");
    }
    var report = Reads.text(chat.toString()).report();
    var first = Objects.requireNonNull(report.first());
    var last = Objects.requireNonNull(report.last());
    assertThat(Duration.between(first, last)).isEqualTo(Duration.ofDays(151));
  }

  @Test
  void S3_20_a_page_flooded_by_trolls_is_read_with_its_address_and_hour() throws Exception {
    var page =
        "<h1>Blog</h1><p class=c>traitor</p><p class=c>we are watching</p><script>x</script>";
    var block = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page;
    var warc =
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://blog.example/post\r\n"
            + "WARC-Date: 2026-01-15T18:04:05Z\r\nContent-Type: application/http\r\n"
            + "Content-Length: "
            + block.length()
            + "\r\n\r\n"
            + block
            + "\r\n\r\n";
    var saved = read(warc);
    assertThat(saved.chat()).isEqualTo("https://blog.example/post");
    assertThat(saved.when().offset()).isEqualTo(ZoneOffset.UTC);
    assertThat(saved.text()).contains("traitor\n", "we are watching").doesNotContain("<p", "x\n");
    var mhtml =
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://blog.example/post\n"
            + "Subject: Blog\nDate: Thu, 15 Jan 2026 18:04:05 -0000\nMIME-Version: 1.0\n"
            + "Content-Type: text/html\n\n"
            + page
            + "\n";
    assertThat(read(mhtml).text())
        .contains("https://blog.example/post", "traitor\nwe are watching")
        .doesNotContain("<p", "x\n");
  }

  private static Message read(String file) throws IOException, ImportRefused {
    return Reads.text(file).messages().getFirst();
  }
}
