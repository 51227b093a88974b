@NullMarked
package org.vigie.node.incident;

import org.jspecify.annotations.NullMarked;
