/** Readers of the exports people have. Knows no keys. */
@NullMarked
package org.vigie.imports;

import org.jspecify.annotations.NullMarked;
