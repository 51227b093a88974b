@NullMarked
package org.vigie.node.exhibit;

import org.jspecify.annotations.NullMarked;
