@NullMarked
package org.vigie.node.casefile;

import org.jspecify.annotations.NullMarked;
