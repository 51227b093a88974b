@NullMarked
package org.vigie.node;

import org.jspecify.annotations.NullMarked;
