/** Pages that only tests have; outside the node's own packages so that no scan finds them. */
@NullMarked
package org.vigie.probe;

import org.jspecify.annotations.NullMarked;
