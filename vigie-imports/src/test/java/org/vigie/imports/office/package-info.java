@NullMarked
package org.vigie.imports.office;

import org.jspecify.annotations.NullMarked;
