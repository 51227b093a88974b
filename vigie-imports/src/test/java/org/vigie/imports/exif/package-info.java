/** Tests of exif. */
@NullMarked
package org.vigie.imports.exif;

import org.jspecify.annotations.NullMarked;
