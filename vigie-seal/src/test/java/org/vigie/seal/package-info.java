/** What the seal promises, as tests. */
@NullMarked
package org.vigie.seal;

import org.jspecify.annotations.NullMarked;
