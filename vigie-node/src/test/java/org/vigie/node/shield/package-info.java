/** What the threat model promises, tried on the whole node. */
@NullMarked
package org.vigie.node.shield;

import org.jspecify.annotations.NullMarked;
