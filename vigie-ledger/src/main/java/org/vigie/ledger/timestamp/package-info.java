/**
 * Time-stamps by others: RFC 3161 requests, replies and tokens, with the JDK alone, because the
 * verifier that a court holds has nothing else. Reads DER only, and only what such tokens need.
 */
@NullMarked
package org.vigie.ledger.timestamp;

import org.jspecify.annotations.NullMarked;
