/** ProofMode bundles: media, what was noted when it was made, and signatures over both. */
@NullMarked
package org.vigie.imports.proofmode;

import org.jspecify.annotations.NullMarked;
