/** What every store must let registers do; compiled into the tests of this module and the node. */
@NullMarked
package org.vigie.register;

import org.jspecify.annotations.NullMarked;
