/** Tests of the house, through a browser without scripts. */
@NullMarked
package org.vigie.node.house;

import org.jspecify.annotations.NullMarked;
