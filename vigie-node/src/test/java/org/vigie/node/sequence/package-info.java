/** Checks of the page that shows the order of what happened in a case. */
@NullMarked
package org.vigie.node.sequence;

import org.jspecify.annotations.NullMarked;
