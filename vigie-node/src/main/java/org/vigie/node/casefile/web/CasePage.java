package org.vigie.node.casefile.web;

import java.util.List;
import org.vigie.node.casefile.Cases;
import org.vigie.node.casefile.NeverSaid;
import org.vigie.node.casefile.RelativeNoted;

/**
 * What the small pages of a case show.
 *
 * @param caseId the case
 * @param relatives by handles, in the order they were noted
 * @param never what must not leave
 */
public record CasePage(String caseId, List<RelativeNoted> relatives, List<NeverSaid> never) {

  static CasePage of(Cases.Open open) {
    return new CasePage(
        open.id().value(),
        List.copyOf(open.file().relatives().values()),
        List.copyOf(open.file().neverSaid().values()));
  }
}
