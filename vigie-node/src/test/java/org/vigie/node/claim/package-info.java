/** Tests of what exhibits say of themselves. */
@NullMarked
package org.vigie.node.claim;

import org.jspecify.annotations.NullMarked;
