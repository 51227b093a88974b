@NullMarked
package org.vigie.imports.picture;

import org.jspecify.annotations.NullMarked;
