@NullMarked
package org.vigie.node.backup;

import org.jspecify.annotations.NullMarked;
