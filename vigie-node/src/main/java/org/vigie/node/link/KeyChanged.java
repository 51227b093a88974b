package org.vigie.node.link;

/**
 * From here on the comparison goes by tokens of another key: everything that could be brought over
 * was.
 *
 * @param epoch of the key
 */
public record KeyChanged(int epoch) {}
