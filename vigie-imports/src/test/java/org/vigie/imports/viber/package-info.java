@NullMarked
package org.vigie.imports.viber;

import org.jspecify.annotations.NullMarked;
