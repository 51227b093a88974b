/** Tests of what a person keeps of things that have no export. */
@NullMarked
package org.vigie.node.capture;

import org.jspecify.annotations.NullMarked;
