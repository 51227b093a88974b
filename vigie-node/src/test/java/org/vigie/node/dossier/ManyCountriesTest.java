package org.vigie.node.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestBrowser;
import org.vigie.node.TestNode;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.node.exhibit.Reading;
import org.vigie.node.house.Founder;

/**
 * People in many countries hand over what telephones there export, and each agrees piece by piece.
 */
class ManyCountriesTest {

  private static final Pattern CALLER = Pattern.compile("/callers/([0-9a-f]{16})\"");
  private static final int MESSAGES = 5;

  /** Kept as it comes: nothing is derived from it. */
  private static final byte[] FILM = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, 0, 0};

  @TempDir private Path home = Path.of("");

  /**
   * Somebody abroad.
   *
   * @param head how a telephone there writes a day from the 13th on, before a message
   * @param number one and the same number, as it is dialled from there
   */
  private record Exile(String region, String head, String number) {}

  /** Five in Europe, three in North America, three in Asia, two in Australia. */
  private static final List<Exile> EXILES =
      List.of(
          new Exile("FR", "%d/02/2024 à 10:11 - ", "00 852 5555 0199"),
          new Exile("FR", "[%d/02/2024 10:11:12] ", "+852 5555 0199"),
          new Exile("GB", "%d/02/2024, 10:11 am - ", "00852 55550199"),
          new Exile("DE", "%d.02.24, 10:11 - ", "00852/5555-0199"),
          new Exile("SE", "2024-02-%d 10:11 - ", "00 852-55 55 01 99"),
          new Exile("US", "2/%d/24, 10:11 AM - ", "011 852 5555 0199"),
          new Exile("US", "[2/%d/24, 10:11:12 AM] ", "011-852-5555-0199"),
          new Exile("CA", "2024-02-%d, 10:11 a.m. - ", "011 852 5555 0199"),
          new Exile("TR", "%d.02.2024 10:11 - ", "00 852 5555 0199"),
          new Exile("JP", "2024/02/%d 10:11 - ", "010 852 5555 0199"),
          new Exile("KZ", "%d.02.2024, 10:11 - ", "8 10 852 5555 0199"),
          new Exile("AU", "%d/2/2024, 10:11 am - ", "0011 852 5555 0199"),
          new Exile("AU", "%d/02/2024, 10:11 - ", "+852 5555 0199"));

  @Test
  void S3_6_exiles_on_four_continents_hand_over_scores_of_messages_and_agree_to_each_piece()
      throws Exception {
    var scores = 0L;
    try (var node = TestNode.start(home)) {
      var keeper = Founder.found(node, "keeper");
      for (var exile : EXILES) {
        var person = Founder.invite(node, keeper, "person", "swift " + scores);
        var author = Author.tell(person, "he called", "en");
        sendBoth(author, exile);
        scores += read(author, exile);
        sameCaller(author, exile);
        agreeToOne(author);
      }
    }
    assertThat(EXILES).hasSizeGreaterThan(12);
    assertThat(scores).isEqualTo((long) EXILES.size() * MESSAGES).isGreaterThan(60);
  }

  /** A conversation and a film, in one form. */
  private static void sendBoth(Author author, Exile exile) {
    var chat = new StringBuilder();
    for (var i = 0; i < MESSAGES; i++) {
      chat.append(exile.head().formatted(13 + i)).append("Bureau: salam ").append(i).append('\n');
    }
    author.browser().get(author.base + "/exhibits/add");
    var form = new ByteArrayOutputStream();
    form.writeBytes(TestBrowser.part("_csrf", author.browser().token()).getBytes(UTF_8));
    form.writeBytes(part("chat.txt", chat.toString().getBytes(UTF_8)));
    form.writeBytes(part("film.webm", FILM));
    form.writeBytes("--b7d1--\r\n".getBytes(UTF_8));
    var sent =
        author
            .browser()
            .postMultipart(author.base + "/exhibits", new ByteArrayInputStream(form.toByteArray()));
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
  }

  private static byte[] part(String name, byte[] bytes) {
    var out = new ByteArrayOutputStream();
    var head = "--b7d1\r\nContent-Disposition: form-data; name=\"files\"; filename=\"";
    out.writeBytes((head + name + "\"\r\nContent-Type: text/plain\r\n\r\n").getBytes(UTF_8));
    out.writeBytes(bytes);
    out.writeBytes("\r\n".getBytes(UTF_8));
    return out.toByteArray();
  }

  /** Every message came with its day and time, whatever the order of day and month there. */
  private static long read(Author author, Exile exile) throws Exception {
    var register = author.open().register();
    var exhibits = Exhibits.of(register).inOrder();
    assertThat(exhibits).hasSize(2);
    var reading = Reading.of(register, exhibits.getFirst()).orElseThrow();
    assertThat(reading.report().format()).startsWith("whatsapp");
    var messages = reading.page(1).messages();
    for (var i = 0; i < messages.size(); i++) {
      assertThat(messages.get(i).time())
          .as(exile.toString())
          .startsWith("2024-02-" + (13 + i) + "T10:11");
      assertThat(messages.get(i).text()).isEqualTo("salam " + i);
    }
    return messages.size();
  }

  private static void sameCaller(Author author, Exile exile) {
    author.incident("number", exile.number(), "numberRegion", exile.region());
    var callers = CALLER.matcher(author.browser().get(author.base + "/callers").body());
    assertThat(callers.find()).isTrue();
    assertThat(author.browser().get(author.base + "/callers/" + callers.group(1)).text())
        .as(exile.toString())
        .contains("In international form +85255550199");
  }

  private static void agreeToOne(Author author) throws Exception {
    var exhibits = Exhibits.of(author.open().register()).inOrder();
    var chat = exhibits.getFirst().id();
    var film = exhibits.getLast().id();
    var dossier = author.begin("Special Rapporteur", "en");
    author.browser().get(dossier + "/consent");
    author.browser().post(dossier + "/consent", "answer", "yes", "scope", "some", "item", chat);
    assertThat(author.browser().get(dossier + "/contents").body())
        .contains("value=\"" + chat + "\"")
        .doesNotContain("value=\"" + film + "\"");
  }
}
