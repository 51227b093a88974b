/** Documents of word processors, a paragraph a message. */
@NullMarked
package org.vigie.imports.office;

import org.jspecify.annotations.NullMarked;
