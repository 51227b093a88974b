@NullMarked
package org.vigie.node.cage;

import org.jspecify.annotations.NullMarked;
