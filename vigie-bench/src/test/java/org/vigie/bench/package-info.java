/** Benchmarks in a tiny size, so that they cannot rot. */
@NullMarked
package org.vigie.bench;

import org.jspecify.annotations.NullMarked;
