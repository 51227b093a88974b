/** The page of what an exhibit says of itself. */
@NullMarked
package org.vigie.node.claim.web;

import org.jspecify.annotations.NullMarked;
