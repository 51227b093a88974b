/** Finds the reader of a document by its content, also within archives. */
@NullMarked
package org.vigie.imports.detect;

import org.jspecify.annotations.NullMarked;
