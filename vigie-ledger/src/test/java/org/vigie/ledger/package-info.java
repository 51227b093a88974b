/** Tests of the custody log. */
@NullMarked
package org.vigie.ledger;

import org.jspecify.annotations.NullMarked;
