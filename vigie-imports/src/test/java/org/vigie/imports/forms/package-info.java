/** Writes exports as programs do, from invented messages, in every form the readers know. */
@NullMarked
package org.vigie.imports.forms;

import org.jspecify.annotations.NullMarked;
