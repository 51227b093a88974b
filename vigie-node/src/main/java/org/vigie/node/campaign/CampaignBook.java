package org.vigie.node.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.register.Entry;
import org.vigie.register.Fold;

/**
 * The register of campaigns as it stands.
 *
 * @param newest the last round, or null before the first
 * @param rounds places of all rounds that were not erased, oldest first
 * @param decisions whether analysts see a campaign, by number; the last word counts
 */
record CampaignBook(
    @Nullable CampaignRound newest, List<Long> rounds, Map<Integer, Boolean> decisions) {

  static final Fold<CampaignBook> FOLD = new BookFold();

  private record BookFold() implements Fold<CampaignBook> {

    @Override
    public CampaignBook empty() {
      return new CampaignBook(null, List.of(), Map.of());
    }

    @Override
    public CampaignBook step(CampaignBook s, Entry<?> entry) {
      return switch (entry.body()) {
        case CampaignRound round -> {
          var rounds = new ArrayList<>(s.rounds);
          rounds.add(entry.sequence());
          yield new CampaignBook(round, rounds, s.decisions);
        }
        case CampaignDecided decided -> {
          var decisions = new TreeMap<>(s.decisions);
          decisions.put(decided.campaign(), decided.shown());
          yield new CampaignBook(s.newest, s.rounds, decisions);
        }
        case null, default -> s;
      };
    }
  }
}
