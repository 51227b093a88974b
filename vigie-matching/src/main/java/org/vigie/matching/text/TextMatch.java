package org.vigie.matching.text;

/**
 * A text like the one that was asked for.
 *
 * @param text its number, as {@link TextMatcher#add} gave it
 * @param score from 0 to 1, at most {@code shared / union}
 * @param shared how many fragments both hold
 * @param union how many different fragments both hold together
 * @param bySound whether sounds were compared, across scripts, rather than letters
 */
public record TextMatch(int text, double score, int shared, int union, boolean bySound) {}
