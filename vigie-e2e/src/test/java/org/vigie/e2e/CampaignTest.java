package org.vigie.e2e;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class CampaignTest {

  private static final Duration TWO_ROUNDS = Duration.ofDays(56);

  @TempDir private Path home = Path.of("");

  @Test
  void a_campaign_is_seen_by_a_keeper_and_tells_no_number() throws Exception {
    try (var node = TurnedNode.start(home);
        var keeper = Resident.found(node, "lantern")) {
      for (var name : new String[] {"swallow", "linden", "heron"}) {
        var side = Side.of(keeper, name);
        side.wasCalledFrom("+33 6 39 98 40 17");
        side.compared();
      }
      node.later(TWO_ROUNDS);
      keeper.enter();
      keeper.walk().to("/campaigns").look("campaign-list").sees("Campaign 1");
      keeper.walk().to("/campaigns/1").look("campaign-keeper").sees("A hypothesis");
      keeper.walk().seesNot("39 98");
    }
  }
}
