/** Registers: sealed, signed, append-only files of entries that a named set of people can read. */
@NullMarked
package org.vigie.register;

import org.jspecify.annotations.NullMarked;
