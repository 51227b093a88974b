@NullMarked
package org.vigie.imports.tar;

import org.jspecify.annotations.NullMarked;
