@NullMarked
package org.vigie.imports.line;

import org.jspecify.annotations.NullMarked;
