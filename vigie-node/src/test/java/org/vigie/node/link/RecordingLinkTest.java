package org.vigie.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  @Test
  void S3_7_three_people_who_were_sent_one_recorded_call_are_a_campaign() throws Exception {
    Assumptions.assumeTrue(SoundDecoder.onThisMachine().there(), "ffmpeg or bubblewrap is missing");
    var call = Babble.of(11, 130, 12);
    try (var house = LinkedHouse.found(folder)) {
      for (var name : List.of("swallow", "linden", "heron")) {
        var side = house.side(name).counts("yes");
        files(side, Babble.wav(Arrays.copyOfRange(call, 3_000 * name.length(), call.length)));
      }
      house.node.later(Duration.ofDays(56));
      house.enter(house.keeper);
      assertThat(house.keeper().get("/campaigns").text())
          .contains("Campaign 1", "At least 3 people", "Recording");
      assertThat(house.keeper().get("/campaigns/1").text())
          .contains("the same recording, or a part of it (not: the same voice), at least 3 people")
          .contains("The recording turns out to be an announcement");
    }
  }

  /** Adds a recording, cites it as a whole, lets it be read and approves it. */
  private static void files(LinkedHouse.Side side, byte[] wav) {
    var browser = side.person().browser();
    var base = "/cases/" + side.file();
    browser.get(base + "/exhibits/add");
    var sent = browser.postFile(base + "/exhibits", "", "call.wav", new ByteArrayInputStream(wav));
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
}
