@NullMarked
package org.vigie.node.picture;

import org.jspecify.annotations.NullMarked;
