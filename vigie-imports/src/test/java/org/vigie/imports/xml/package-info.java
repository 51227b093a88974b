@NullMarked
package org.vigie.imports.xml;

import org.jspecify.annotations.NullMarked;
