/** Tests of the small verifier, as a stranger runs it. */
@NullMarked
package org.vigie.verifier;

import org.jspecify.annotations.NullMarked;
