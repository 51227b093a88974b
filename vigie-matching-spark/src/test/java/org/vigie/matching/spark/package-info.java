/** Tests of the Spark job beside one machine. */
@NullMarked
package org.vigie.matching.spark;

import org.jspecify.annotations.NullMarked;
