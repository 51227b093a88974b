package org.vigie.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.matching.recording.RecordingMarks;
import org.vigie.node.cage.SoundDecoder;
import org.vigie.node.exhibit.ExhibitDerived;
import org.vigie.node.exhibit.ExhibitReceived;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.testkit.Babble;

/** Two people got the same recorded call; nobody could have known. */
class RecordingLinkTest {

  private static final Pattern EXHIBIT = Pattern.compile("<h2><a href=\"([^\"]*)\"");

  private static final String WORDS =
      "You are at the bottom of the list, there is pressure on you, we can remove the pressure";

  private static final byte[] OF_ANOTHER_VERSION = {9};

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

  @Test
  void what_was_read_of_a_recording_outlives_its_marks_and_marks_that_come_later_are_filed()
      throws Exception {
    try (var house = LinkedHouse.found(folder)) {
      var former = new FormerFiling(house);
      var side = house.side("swallow");
      var cite = brings(side, Babble.wav(Babble.of(11, 130, 12)));
      var incident = cites(side, cite, "original", WORDS);
      var known = RecordingMarks.of(Babble.pcm(Babble.of(11, 130, 12))).encoded();
      marks(former, side, OF_ANOTHER_VERSION);
      house.enter(side.helper());
      side.approve(incident);
      assertThat(recordings(former)).containsExactly(0);
      marks(former, side, known);
      house.enter(side.helper());
      assertThat(side.read(incident)).as("nobody has to read it again").isEmpty();
      assertThat(side.helper().browser().get(side.links()).text())
          .contains("Takes part", "Its recordings may join later than the rest");
      house.enter(house.keeper);
      assertThat(recordings(former)).containsExactly(1);
      assertThat(former.standing()).containsExactly("again 0 now");
      marks(former, side, OF_ANOTHER_VERSION);
      house.enter(side.helper());
      assertThat(side.read(incident)).as("nor by other rules").isEmpty();
      assertThat(side.helper().browser().get(side.links()).text()).contains("Takes part");
    }
  }

  /** As another release, or a machine that was not busy, would have found them. */
  private static void marks(FormerFiling former, LinkedHouse.Side side, byte[] marks)
      throws Exception {
    former.inCase(
        side,
        file -> {
          var exhibit = Exhibits.of(file).inOrder().getFirst();
          var none = new ExhibitReceived.Bytes("", 0, "", "");
          var report = "{\"marks\":\"" + Base64.getEncoder().encodeToString(marks) + "\"}";
          var id = "made " + exhibit.derived().size();
          Exhibits.of(file)
              .derive(new ExhibitDerived(id, exhibit.id(), "marks", none, "", "", report));
        });
  }

  /** How many recordings each offer in the comparison has. */
  private static List<Integer> recordings(FormerFiling former) throws Exception {
    var recordings = new ArrayList<Integer>();
    former.inOffice(office ->
        office
            .fold(OfficeBook.FOLD)
            .offers()
            .forEach(offer -> recordings.add(offer.made().recordings().size())));
    return recordings;
  }

  /** Adds a recording, cites it as a whole, lets it be read and approves it. */
  private static void files(LinkedHouse.Side side, byte[] wav) {
    var cite = brings(side, wav);
    var exhibit = side.person().browser().get("/cases/" + side.file() + "/exhibits/" + cite);
    assertThat(exhibit.text()).contains("It says nothing about who speaks");
    side.approve(cites(side, cite, "channel", "call"));
  }

  private static String brings(LinkedHouse.Side side, byte[] wav) {
    var browser = side.person().browser();
    var base = "/cases/" + side.file() + "/exhibits";
    browser.get(base + "/add");
    var sent = browser.postFile(base, "", "call.wav", new ByteArrayInputStream(wav));
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    var list = EXHIBIT.matcher(browser.get(base).body());
    assertThat(list.find()).isTrue();
    return list.group(1).substring(list.group(1).lastIndexOf('/') + 1);
  }

  private static String cites(LinkedHouse.Side side, String cite, String field, String value) {
    var browser = side.person().browser();
    var base = "/cases/" + side.file() + "/incidents";
    browser.get(base + "/new?cite=" + cite);
    var kept = browser.post(base, "cite", cite, field, value);
    assertThat(kept.status()).as(kept.text()).isEqualTo(303);
    return kept.location().substring(kept.location().lastIndexOf('/') + 1);
  }
}
