/** Tests of c2pa. */
@NullMarked
package org.vigie.imports.c2pa;

import org.jspecify.annotations.NullMarked;
