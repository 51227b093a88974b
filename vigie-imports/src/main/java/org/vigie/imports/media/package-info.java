/** The outermost pieces of pictures, films and recordings; nothing is decoded. */
@NullMarked
package org.vigie.imports.media;

import org.jspecify.annotations.NullMarked;
