/** Tar archives and files compressed with gzip, read without trust. */
@NullMarked
package org.vigie.imports.tar;

import org.jspecify.annotations.NullMarked;
