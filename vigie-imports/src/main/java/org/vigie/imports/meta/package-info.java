/** Messenger and Instagram. */
@NullMarked
package org.vigie.imports.meta;

import org.jspecify.annotations.NullMarked;
