/** The page that shows the order of what happened in a case, as a hypothesis. */
@NullMarked
package org.vigie.node.sequence.web;

import org.jspecify.annotations.NullMarked;
