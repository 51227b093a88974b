package org.vigie.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.imports.detect.Exports;
import org.vigie.kernel.Language;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;
import org.vigie.node.house.Founder;
import org.vigie.node.house.Told;
import org.vigie.node.shell.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An export of every format there is comes in as people send it, is read in the cage, and stands on
 * the page of its messages. The files are those beside which the readers keep what is in them.
 */
@SuppressWarnings("NullAway.Init")
class EveryFormatTest {

  private static final Path FIXTURES =
      Path.of("../vigie-imports/src/test/resources/org/vigie/imports/fixtures");
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * One of them.
   *
   * @param reader as {@link Exports#formats} names it
   * @param file the export, without its extension
   * @param said what the page calls it
   */
  record Sample(String reader, String file, String said) {

    private Path with(String extension) {
      return FIXTURES.resolve(file + extension);
    }

    /** What must be read of it, message by message. */
    private List<JsonNode> messages() throws IOException {
      try (var lines = java.nio.file.Files.lines(with(".expected"))) {
        return lines.filter(line -> line.startsWith("{\"n\":")).map(JSON::readTree).toList();
      }
    }
  }

  static Stream<Sample> samples() {
    return Stream.of(
        new Sample("telegram", "telegram-json/chat", "Telegram (JSON)"),
        new Sample("telegram", "telegram-html/zone", "Telegram (web pages)"),
        new Sample("sms", "sms-xml/lines", "text messages, saved from a telephone"),
        new Sample("sms", "calls-xml/calls", "calls, saved from a telephone"),
        new Sample("messenger", "messenger/encrypted-newest", "Messenger or Instagram"),
        new Sample("instagram", "instagram/bytes-newest", "Messenger or Instagram"),
        new Sample("x", "x-dm/two", "direct messages of X"),
        new Sample("signal", "signal/lines", "Signal"),
        new Sample("signal", "signal/database", "Signal, as other programs write it (JSON)"),
        new Sample("signal", "signal/table", "Signal, as other programs write it (table)"),
        new Sample("warc", "warc/plain", "saved web pages (WARC)"),
        new Sample("warc", "warc/bundle", "saved web pages (WARC)"),
        new Sample("office", "docx/paragraphs", "a document of Word"),
        new Sample("office", "odt/paragraphs", "a document of LibreOffice (OpenDocument)"),
        new Sample("pdf", "pdf/pages", "a PDF"),
        new Sample("line", "line-en/slash-24", "LINE"),
        new Sample("viber", "viber/dd-mm-yyyy-24", "Viber"),
        new Sample("mail", "eml/plain-crlf", "an e-mail"),
        new Sample("mail", "mbox/plain-lf", "a mailbox"),
        new Sample("mail", "mhtml/quoted-crlf", "a saved web page (MHTML)"),
        new Sample("vcard", "vcard/4-0", "contact cards"),
        new Sample("calls", "calls-en/comma-utf8", "a table of calls"),
        new Sample("whatsapp", "whatsapp-android-en/swedish-24", "WhatsApp, as Android writes it"),
        new Sample(
            "whatsapp", "whatsapp-ios-en/american-narrow-12", "WhatsApp, as an iPhone writes it"));
  }

  @TempDir static Path home;
  private static TestNode node;
  private static Told told;

  @BeforeAll
  static void found() {
    node = TestNode.start(home);
    var keeper = Founder.found(node, "lamp keeper");
    told = Told.by(Founder.invite(node, keeper, "person", "wren"), "somebody wrote");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static TestBrowser.Answer read(Sample sample) throws IOException {
    var bytes = java.nio.file.Files.readAllBytes(sample.with(".export"));
    var exhibit = Files.to(told).file("export", bytes).sent().getLast();
    return told.person().browser().get(exhibit + "/messages?open=page");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void is_read_in_the_cage_and_shown_by_its_name_its_count_and_its_words(Sample sample)
      throws IOException {
    var messages = sample.messages();
    var words =
        messages.stream()
            .filter(message -> !message.path("kind").asString("").equals("system"))
            .map(message -> message.path("text").asString(""))
            .filter(text -> !text.isEmpty())
            .toList();
    var page = read(sample);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text())
        .contains("Messages 1 to " + messages.size() + " of " + messages.size() + ".")
        .contains("Read as: " + sample.said() + ".")
        .contains(words.getFirst().replaceAll("\\s+", " ").strip());
  }

  @Test
  void no_format_is_left_out() {
    assertThat(samples().map(Sample::reader).distinct())
        .containsExactlyInAnyOrderElementsOf(Exports.formats());
  }

  @Test
  void each_is_called_something_in_french_too() throws IOException {
    var messages = Messages.load();
    for (var sample : samples().toList()) {
      var report = java.nio.file.Files.readString(sample.with(".expected"));
      var format = report.replaceAll("(?s).*\\{\"format\":\"([a-z-]+)\".*", "$1");
      assertThat(messages.text(Language.EN, "exhibit.format." + format)).isEqualTo(sample.said());
      assertThat(messages.has(Language.FR, "exhibit.format." + format)).as(format).isTrue();
    }
  }
}
