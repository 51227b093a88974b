/** Pages composed of what the other capabilities know: the list of cases, a case at a glance. */
@NullMarked
package org.vigie.node.desk;

import org.jspecify.annotations.NullMarked;
