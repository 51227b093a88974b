/** Checks of pages composed of what several capabilities know. */
@NullMarked
package org.vigie.node.desk;

import org.jspecify.annotations.NullMarked;
