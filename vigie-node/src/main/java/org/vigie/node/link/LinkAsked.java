package org.vigie.node.link;

import org.jspecify.annotations.Nullable;

/**
 * The house is about to ask its share host for tokens; written before it does, so that the share
 * host can never rightly have answered more.
 *
 * @param epoch of the key that was meant
 * @param count of tokens
 * @param made how many the share host said just before that it had made with that key; null in
 *     older entries
 */
public record LinkAsked(int epoch, int count, @Nullable Long made) {}
