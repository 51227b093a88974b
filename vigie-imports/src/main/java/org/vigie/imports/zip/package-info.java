/** Archives read without trust: everything a directory claims is checked before use. */
@NullMarked
package org.vigie.imports.zip;

import org.jspecify.annotations.NullMarked;
