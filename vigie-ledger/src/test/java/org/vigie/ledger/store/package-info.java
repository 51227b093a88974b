/** Tests of the log's stores, and of the log on a machine that stops. */
@NullMarked
package org.vigie.ledger.store;

import org.jspecify.annotations.NullMarked;
