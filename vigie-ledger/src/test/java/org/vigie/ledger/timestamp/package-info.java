/** Tests of time-stamps, against an authority that OpenSSL plays. */
@NullMarked
package org.vigie.ledger.timestamp;

import org.jspecify.annotations.NullMarked;
