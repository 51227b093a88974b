/** A node for tests, and a browser without scripts. */
@NullMarked
package org.vigie.node;

import org.jspecify.annotations.NullMarked;
