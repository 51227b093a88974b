package org.vigie.seal;

import java.time.Instant;

/**
 * What an authority said: it had seen a digest by this time.
 *
 * @param at the authority's time
 * @param authority subject of the certificate that signed, as it spells itself
 * @param policy object identifier of the authority's policy
 * @param serial the authority's number for this, in decimal
 */
public record TimeStamp(Instant at, String authority, String policy, String serial) {}
