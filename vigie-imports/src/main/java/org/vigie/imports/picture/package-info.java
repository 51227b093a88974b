/** Pictures decoded within limits and written anew without anything but pixels. */
@NullMarked
package org.vigie.imports.picture;

import org.jspecify.annotations.NullMarked;
