/** Tests of registers. */
@NullMarked
package org.vigie.register;

import org.jspecify.annotations.NullMarked;
