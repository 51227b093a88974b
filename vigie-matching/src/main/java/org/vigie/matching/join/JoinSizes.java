package org.vigie.matching.join;

import org.vigie.matching.text.Sample;

/**
 * From how many messages on they are treated as many: the answers of one machine and of several are
 * the same only where these are.
 *
 * @param exactUpTo so many messages are compared exactly, more by an index of bands
 * @param countedUpTo so many different texts are all counted towards frequency, of more a sample
 */
public record JoinSizes(int exactUpTo, int countedUpTo) {

  /** What {@code ./vigie match} uses. */
  public static final JoinSizes STANDARD = new JoinSizes(5000, Sample.MOST);

  /** Every number of messages is treated as many. */
  public static final JoinSizes MANY = new JoinSizes(0, Sample.MOST);
}
