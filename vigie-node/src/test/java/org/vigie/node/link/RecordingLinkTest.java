package org.vigie.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.TestBrowser;
import org.vigie.node.cage.SoundDecoder;
import org.vigie.testkit.Babble;

/** Two people got the same recorded call; nobody could have known. */
class RecordingLinkTest {

  private static final Pattern EXHIBIT = Pattern.compile("<h2><a href=\"([^\"]*)\"");

  @TempDir private Path folder = Path.of("");

  @Test
  void two_cases_join_by_a_recorded_call_that_both_were_sent() throws Exception {
    Assumptions.assumeTrue(SoundDecoder.onThisMachine().there(), "ffmpeg or bubblewrap is missing");
    var call = Babble.of(11, 130, 12);
    try (var house = LinkedHouse.found(folder)) {
      var first = house.side("swallow");
      var second = house.side("linden");
      var third = house.side("plane tree");
      files(first, Babble.wav(call));
      // Cut between two moments, as when somebody picks up late.
      files(second, Babble.wav(Arrays.copyOfRange(call, 12_345, call.length)));
      files(third, Babble.wav(Babble.of(12, 130, 12)));
      house.later(first.person(), first.helper(), second.person(), second.helper(), third.person());
      house.release();
      var notice = first.helper().browser().get(first.links()).text();
      assertThat(notice)
          .contains("the same recording, or a part of it (not: the same voice)", "hypothesis")
          .contains("seldom shared by chance", "The same message may have been sent");
      assertThat(house.proposals()).as("nothing of the third").isEmpty();
      assertThat(third.person().browser().get(third.links()).text())
          .doesNotContain("Perhaps the same hand");
    }
  }

  /** Adds a recording, cites it as a whole, lets it be read and approves it. */
  private static void files(LinkedHouse.Side side, byte[] wav) throws IOException {
    var browser = side.person().browser();
    var base = "/cases/" + side.file();
    browser.get(base + "/exhibits/add");
    var body = new ByteArrayOutputStream();
    body.write(utf8(TestBrowser.part("_csrf", browser.token())));
    body.write(
        utf8(
            "--b7d1\r\n"
                + "Content-Disposition: form-data; name=\"files\"; filename=\"call.wav\"\r\n\r\n"));
    body.write(wav);
    body.write(utf8("\r\n--b7d1--\r\n"));
    var sent =
        browser.postMultipart(base + "/exhibits", new ByteArrayInputStream(body.toByteArray()));
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    var list = EXHIBIT.matcher(browser.get(base + "/exhibits").body());
    assertThat(list.find()).isTrue();
    var path = list.group(1);
    assertThat(browser.get(path).text()).contains("It says nothing about who speaks");
    var cite = path.substring(path.lastIndexOf('/') + 1);
    browser.get(base + "/incidents/new?cite=" + cite);
    var kept = browser.post(base + "/incidents", "cite", cite, "channel", "call");
    assertThat(kept.status()).as(kept.text()).isEqualTo(303);
    side.approve(kept.location().substring(kept.location().lastIndexOf('/') + 1));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
