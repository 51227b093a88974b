/** Tests of reading identifiers. */
@NullMarked
package org.vigie.matching.identifier;

import org.jspecify.annotations.NullMarked;
