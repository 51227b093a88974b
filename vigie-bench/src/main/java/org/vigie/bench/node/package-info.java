/** A running node: its start, its memory, its pages under load. */
@NullMarked
package org.vigie.bench.node;

import org.jspecify.annotations.NullMarked;
