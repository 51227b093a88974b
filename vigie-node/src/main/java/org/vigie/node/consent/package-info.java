/** Consent that travels with the data: per purpose, recipient and item; withdrawable. */
@NullMarked
package org.vigie.node.consent;

import org.jspecify.annotations.NullMarked;
