/** What the benchmarks of matching rest on. */
@NullMarked
package org.vigie.bench.matching;

import org.jspecify.annotations.NullMarked;
