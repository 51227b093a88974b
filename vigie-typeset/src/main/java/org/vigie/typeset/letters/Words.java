package org.vigie.typeset.letters;

/**
 * Somebody's exact words and what they mean.
 *
 * @param language BCP 47 tag of the original
 * @param original as written or said
 * @param translation into the language of the document; empty if there is none
 */
public record Words(String language, String original, String translation) {}
