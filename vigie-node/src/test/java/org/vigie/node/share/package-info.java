/** Tests of the share host's process. */
@NullMarked
package org.vigie.node.share;

import org.jspecify.annotations.NullMarked;
