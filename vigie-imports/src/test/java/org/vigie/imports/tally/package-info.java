@NullMarked
package org.vigie.imports.tally;

import org.jspecify.annotations.NullMarked;
