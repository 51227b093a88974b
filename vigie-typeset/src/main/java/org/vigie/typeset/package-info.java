/** Typesets tagged, archivable PDF in every script our users write. */
@NullMarked
package org.vigie.typeset;

import org.jspecify.annotations.NullMarked;
