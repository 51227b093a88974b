package org.vigie.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.node.link.LinkedHouse.Side;

/** A caseworker lays the order of two cases beside each other. */
class BesideTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void S3_15_two_cases_of_one_caseworker_are_laid_beside_each_other_step_by_step() {
    try (var house = LinkedHouse.found(folder)) {
      var helper = house.invite("caseworker", "helper");
      var first = house.side("swallow", helper);
      var second = house.side("linden", helper);
      var third = house.side("heron");
      for (var side : List.of(first, second)) {
        happened(side, "1", "proxy-relative-questioned", "target", "relative", "demand", "data");
      }
      happened(first, "3", "recruit-informant", "target", "person", "demand", "spying");
      happened(second, "4", "surveil-knowledge", "target", "person", "channel", "text-message");
      var base = "/cases/" + first.file() + "/beside";
      assertThat(helper.browser().get(base).text())
          .contains("Which case?", "linden")
          .doesNotContain("heron");
      assertThat(helper.browser().get(base + "/" + second.file()).text())
          .contains("swallow", "linden", "Relatives are approached")
          .contains("Two operations can look alike without being one");
      assertThat(helper.browser().get(base + "/" + third.file()).status()).isEqualTo(404);
      assertThat(third.helper().browser().get(base).status()).isEqualTo(404);
      assertThat(first.person().browser().get(base).status()).isEqualTo(404);
      assertThat(first.person().browser().get("/cases/" + first.file() + "/sequence").text())
          .doesNotContain("beside another case");
    }
  }

  private static void happened(Side side, String month, String act, String... more) {
    var fields = new ArrayList<>(List.of("act", act, "when.year", "2026", "when.month", month));
    fields.addAll(List.of(more));
    var base = "/cases/" + side.file() + "/incidents";
    side.person().browser().get(base + "/new");
    var kept = side.person().browser().post(base, fields.toArray(String[]::new));
    assertThat(kept.status()).isEqualTo(303);
  }
}
