/**
 * The share host of this house: a process of its own that holds the key of identifier tokens, so
 * that neither the database nor the node's own keys let anybody try numbers out.
 */
@NullMarked
package org.vigie.node.share;

import org.jspecify.annotations.NullMarked;
