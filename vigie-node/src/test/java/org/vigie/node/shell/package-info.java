/** Tests of the frame. */
@NullMarked
package org.vigie.node.shell;

import org.jspecify.annotations.NullMarked;
