@NullMarked
package org.vigie.imports.signal;

import org.jspecify.annotations.NullMarked;
