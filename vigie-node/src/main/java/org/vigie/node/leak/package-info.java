/**
 * Suppositions about where a caller's knowledge came from: kept in registers that two custodians
 * hold a key to, and nobody else.
 */
@NullMarked
package org.vigie.node.leak;

import org.jspecify.annotations.NullMarked;
