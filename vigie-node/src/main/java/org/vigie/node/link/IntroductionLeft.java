package org.vigie.node.link;

/**
 * Its author left; whoever stays takes their key away at the next visit.
 *
 * @param forGood always true
 */
public record IntroductionLeft(boolean forGood) {}
