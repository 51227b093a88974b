/** Messages and reports as JSON lines. */
@NullMarked
package org.vigie.imports.json;

import org.jspecify.annotations.NullMarked;
