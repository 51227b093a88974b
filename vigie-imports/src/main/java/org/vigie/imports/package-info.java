/**
 * Readers of the exports people have. Knows no keys. {@link org.vigie.imports.detect.Exports} is
 * the door; a new format is one {@link org.vigie.imports.ExportReader} in a package of its own.
 */
@NullMarked
package org.vigie.imports;

import org.jspecify.annotations.NullMarked;
