/** Direct messages of X, formerly Twitter. */
@NullMarked
package org.vigie.imports.x;

import org.jspecify.annotations.NullMarked;
