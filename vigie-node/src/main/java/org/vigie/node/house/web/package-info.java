/** Founding, joining, signing in, members, one's own account. */
@NullMarked
package org.vigie.node.house.web;

import org.jspecify.annotations.NullMarked;
