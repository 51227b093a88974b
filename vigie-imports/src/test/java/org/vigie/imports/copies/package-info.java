/** Tests of what exports of one chat have in common. */
@NullMarked
package org.vigie.imports.copies;

import org.jspecify.annotations.NullMarked;
