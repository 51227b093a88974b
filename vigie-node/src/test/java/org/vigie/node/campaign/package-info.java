/** Tests of campaigns as they lie in their register. */
@NullMarked
package org.vigie.node.campaign;

import org.jspecify.annotations.NullMarked;
