package org.vigie.register.store;

import org.jspecify.annotations.Nullable;
import org.vigie.kernel.RegisterId;

/**
 * One epoch of a register.
 *
 * @param register whose epoch
 * @param epoch its number, from 1
 * @param recipient the age recipient that anyone may seal to
 * @param previousSeed the seed of the epoch before, sealed under this one; null for the first
 */
public record EpochRow(
    RegisterId register, int epoch, String recipient, @Nullable Bytes previousSeed) {}
