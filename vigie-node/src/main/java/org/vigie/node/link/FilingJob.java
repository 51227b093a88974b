package org.vigie.node.link;

import java.util.List;
import org.vigie.kernel.Refusal;
import org.vigie.node.casefile.Cases;
import org.vigie.register.RegisterRefused;
import org.vigie.register.UnlockedMember;

/**
 * Files all that earlier rules filed again, in every case that somebody reads, while they are here.
 * It goes on where it was broken off: what is done says so in its case.
 */
public final class FilingJob {

  private static final int AT_ONCE = 50;

  private final Cases cases;
  private final Offers offers;

  FilingJob(Cases cases, Offers offers) {
    this.cases = cases;
    this.offers = offers;
  }

  /** How many incidents wait in {@code open}. */
  int waiting(List<Cases.Open> open) throws RegisterRefused {
    var waiting = 0;
    for (var one : open) {
      waiting += offers.earlier(one.register());
    }
    return waiting;
  }

  /**
   * Files again, case by case, what waits; no further case is begun after some fifty incidents.
   *
   * @return whether something is left for another time
   */
  public boolean run(UnlockedMember member) throws Refusal {
    var done = 0;
    for (var open : cases.of(member)) {
      var waiting = offers.earlier(open.register());
      if (waiting > 0 && done >= AT_ONCE) {
        return true;
      }
      if (waiting > 0) {
        offers.refresh(open.register());
        done += waiting;
      }
    }
    return false;
  }
}
