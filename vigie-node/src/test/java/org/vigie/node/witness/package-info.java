/** Tests of witnesses: between real nodes, by file, and against hostile questions. */
@NullMarked
package org.vigie.node.witness;

import org.jspecify.annotations.NullMarked;
