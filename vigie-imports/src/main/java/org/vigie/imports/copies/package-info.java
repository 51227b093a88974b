/** Finds out which exports are of one chat, and which of their messages are the same. */
@NullMarked
package org.vigie.imports.copies;

import org.jspecify.annotations.NullMarked;
