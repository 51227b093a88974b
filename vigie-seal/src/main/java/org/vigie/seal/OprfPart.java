package org.vigie.seal;

/**
 * What one share host answered, or its public key: an element with the number of its share.
 *
 * @param number of the share, from 1
 * @param element of the group
 */
public record OprfPart(int number, OprfElement element) {}
