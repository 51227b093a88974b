/** Checks of the numbers and names of a case. */
@NullMarked
package org.vigie.node.caller;

import org.jspecify.annotations.NullMarked;
