package org.vigie.node.store;

import org.vigie.register.store.Bytes;

/**
 * A token kept for matching.
 *
 * @param id random; 32 lower-case hexadecimal digits
 * @param indexHash what equal tokens share; 64 lower-case hexadecimal digits
 * @param sealed pointer to where it came from, sealed
 */
public record TokenRow(String id, String indexHash, Bytes sealed) {}
