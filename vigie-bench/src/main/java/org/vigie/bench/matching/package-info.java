/** Matching texts beside Lucene and java-LSH, with the exact answer as the reference. */
@NullMarked
package org.vigie.bench.matching;

import org.jspecify.annotations.NullMarked;
