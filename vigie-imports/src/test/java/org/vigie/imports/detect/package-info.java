@NullMarked
package org.vigie.imports.detect;

import org.jspecify.annotations.NullMarked;
