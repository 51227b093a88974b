@NullMarked
package org.vigie.imports.calls;

import org.jspecify.annotations.NullMarked;
