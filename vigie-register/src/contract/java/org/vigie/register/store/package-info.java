/** What every store must do; compiled into the tests of this module and the node. */
@NullMarked
package org.vigie.register.store;

import org.jspecify.annotations.NullMarked;
