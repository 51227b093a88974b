package org.vigie.node.link;

/**
 * An offer brought to another key, without what it was made from; it counts once the change of the
 * key is complete. Or one that its case filed again by newer rules, under the key that counts. It
 * stands in the place of the offer it was.
 *
 * @param offer with the tokens under that key
 * @param sequence place of the first writing of this offer: who was there earlier stays so
 * @param at when that was, in milliseconds since 1970
 */
public record OfferMoved(OfferMade offer, long sequence, long at) {}
