package org.vigie.register;

/**
 * An entry about to be written.
 *
 * @param type what it says
 * @param body what is said
 */
public record Draft<T>(EntryType<T> type, T body) {}
