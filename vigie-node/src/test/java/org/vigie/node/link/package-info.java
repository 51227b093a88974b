@NullMarked
package org.vigie.node.link;

import org.jspecify.annotations.NullMarked;
