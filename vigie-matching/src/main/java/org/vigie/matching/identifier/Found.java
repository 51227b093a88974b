package org.vigie.matching.identifier;

/**
 * An identifier found in a text.
 *
 * @param identifier what was found
 * @param start where it begins, in UTF-16 units of the text
 * @param end where it ends, exclusive
 */
public record Found(Identifier identifier, int start, int end) {}
