/** Tests of proofmode. */
@NullMarked
package org.vigie.imports.proofmode;

import org.jspecify.annotations.NullMarked;
