/** Reading exports beside another parser of them. */
@NullMarked
package org.vigie.bench.reading;

import org.jspecify.annotations.NullMarked;
