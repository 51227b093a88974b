package org.vigie.node.link;

/**
 * The house is about to ask its share host for tokens; written before it does, so that the share
 * host can never rightly have answered more.
 *
 * @param epoch of the key that was meant
 * @param count of tokens
 */
public record LinkAsked(int epoch, int count) {}
