@NullMarked
package org.vigie.imports;

import org.jspecify.annotations.NullMarked;
