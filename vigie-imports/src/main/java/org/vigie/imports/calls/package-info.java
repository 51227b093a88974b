/** Call logs as tables. */
@NullMarked
package org.vigie.imports.calls;

import org.jspecify.annotations.NullMarked;
