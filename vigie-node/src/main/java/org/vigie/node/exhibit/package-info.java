/**
 * Bytes exactly as received, and what was derived from them: provenance, custody, receipts,
 * reading.
 */
@NullMarked
package org.vigie.node.exhibit;

import org.jspecify.annotations.NullMarked;
