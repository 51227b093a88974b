@NullMarked
package org.vigie.kernel;

import org.jspecify.annotations.NullMarked;
