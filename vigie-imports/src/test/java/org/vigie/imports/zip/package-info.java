@NullMarked
package org.vigie.imports.zip;

import org.jspecify.annotations.NullMarked;
