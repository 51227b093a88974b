/** What a file says of itself, whatever kind of file it is. */
@NullMarked
package org.vigie.imports.claims;

import org.jspecify.annotations.NullMarked;
