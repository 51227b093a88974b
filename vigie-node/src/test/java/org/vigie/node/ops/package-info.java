/** Tests of settings and health. */
@NullMarked
package org.vigie.node.ops;

import org.jspecify.annotations.NullMarked;
