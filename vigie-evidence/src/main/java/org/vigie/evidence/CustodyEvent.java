package org.vigie.evidence;

import java.time.Instant;

/**
 * One thing that happened to an item while it was kept.
 *
 * @param at when
 * @param event what, such as {@code received}, {@code moved}, {@code exported}
 * @param by whose role; no name unless its bearer agreed
 */
public record CustodyEvent(Instant at, String event, String by) {}
