@NullMarked
package org.vigie.imports.pdf;

import org.jspecify.annotations.NullMarked;
