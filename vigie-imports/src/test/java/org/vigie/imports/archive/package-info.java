@NullMarked
package org.vigie.imports.archive;

import org.jspecify.annotations.NullMarked;
