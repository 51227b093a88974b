/** What the header of a recording says; nothing is decoded. */
@NullMarked
package org.vigie.imports.audio;

import org.jspecify.annotations.NullMarked;
