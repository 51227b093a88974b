/** What runs the node: its settings, its home on the disk, its health. */
@NullMarked
package org.vigie.node.ops;

import org.jspecify.annotations.NullMarked;
