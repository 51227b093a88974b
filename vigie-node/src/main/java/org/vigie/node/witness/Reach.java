package org.vigie.node.witness;

/**
 * How far the house's log is witnessed.
 *
 * @param entries published so far
 * @param witnessed entries that as many witnesses as needed have cosigned; each also vouches for
 *     everything before
 * @param needed how many have to
 * @param asked how many are asked
 * @param grave whether a witness holds another history, or a later state, of this log
 */
public record Reach(long entries, long witnessed, int needed, int asked, boolean grave) {

  /** A day's worth of publications. */
  private static final long DAY = 24 * 16L;

  /** Whether nothing needs to be done. */
  public boolean good() {
    return !grave && (asked == 0 || (asked >= needed && entries - witnessed <= DAY));
  }

  /** Key of the sentence that says it. */
  public String key() {
    if (grave) {
      return "witness.reach.grave";
    }
    if (asked == 0) {
      return "witness.reach.none";
    }
    if (asked < needed) {
      return "witness.reach.few";
    }
    return good() ? "witness.reach" : "witness.reach.behind";
  }
}
