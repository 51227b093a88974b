/** What all archives share: their files, their limits, names that are refused. */
@NullMarked
package org.vigie.imports.archive;

import org.jspecify.annotations.NullMarked;
