/** Sealing and opening beside age and gpg. */
@NullMarked
package org.vigie.bench.sealing;

import org.jspecify.annotations.NullMarked;
